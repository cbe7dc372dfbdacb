import ArgumentParser
import CardRecord
import DeskConfig
import Host
import ThaiIDCard

extension Tool.Config {
    /// `thaiid config check`: what is wrong with files of settings.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "Find what is wrong with files of settings, by line.",
            discussion: """
                Looks at these files, or else at all in which settings are looked for. Exits with 64 where \
                something is wrong.
                """)

        @Argument(help: "Files of settings.")
        var files: [String] = []

        @Flag(help: "Print one line of JSON.")
        var json = false

        @OptionGroup var languageOption: LanguageOption

        func run() throws {
            let places: SettingsPlaces
            do throws(SettingsFault) { places = try SettingsPlaces() } catch { throw ToolError.settings(error) }
            let checked = (files.isEmpty ? places.files() : files.map { SettingsFile(reading: $0) }).map(
                CheckedFile.init)
            if json {
                try Output.write(
                    JSONValue.object([
                        .init(.configCheck), .init(name: "files", value: .array(checked.map(\.json))),
                    ]).line + "\n")
            } else {
                let language = languageOption.language
                let nothing = ConfigWords.nothing(places.usual)[language]
                try Output.write(lines: checked.isEmpty ? [nothing] : checked.flatMap { $0.lines(in: language) })
            }
            guard checked.allSatisfy(\.file.faults.isEmpty) else { throw ExitCode(FailureKind.usage.exit) }
        }
    }
}

/// A file of settings, and what there is to say of it.
struct CheckedFile {
    let file: SettingsFile
    /// A file of the former form in the same folder, which nobody reads.
    let former: String?

    init(_ file: SettingsFile) {
        let name = FormerSettings.name(beside: file.path)
        (self.file, former) = (file, name != file.path && Folder.holds(name) ? name : nil)
    }

    /// For people: a line for each thing that is wrong, and the remedy below it.
    func lines(in language: Language) -> [String] {
        let faults = file.faults.flatMap { fault in
            let words = fault.words
            return ["✗ \(words.problem[language])", "  → \(words.remedy[language])"] + words.listing
        }
        let verdict = faults.isEmpty ? ["✓ \(ConfigWords.good(file)[language])"] : faults
        return verdict + (former.map { ["· \(ConfigWords.passedOver($0)[language])"] } ?? [])
    }

    /// For scripts.
    var json: JSONValue {
        [
            "file": .string(file.path), "ok": .bool(file.faults.isEmpty), "settings": .integer(file.count),
            "desks": .array(file.desks.keys.sorted().map(JSONValue.string)), "passedOver": JSONValue(former),
            "problems": .array(file.faults.map(\.json)),
        ]
    }
}

extension SettingsFault {
    fileprivate var json: JSONValue {
        let line: Int? = if case .file(_, let line?) = place { line } else { nil }
        return [
            "line": JSONValue(line), "code": .string(problem.code), "message": .string(words.problem.english),
            "remedy": .string(words.remedy.english), "nearest": JSONValue(problem.nearest),
            "today": problem.listing.isEmpty ? .null : .string(problem.listing.map { $0 + "\n" }.joined()),
        ]
    }
}
