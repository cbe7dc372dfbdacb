import CardFormats
import CardRecord
import DeskConfig
import RecordFiles
import SheetRequest
import TestSupport
import Testing
import ThaiIDCard

@testable import ThaiIDCommands

extension Settings {
    /// What a desk settles that has these lines in its section.
    init(desk lines: String) throws {
        let places = try SettingsPlaces(desk: "a") { _ in nil }
        try self.init(places, [SettingsFile(Array("[desk.a]\n\(lines)".utf8), of: "/f")])
    }
}

/// What people are told of settings.
@Suite struct SettingsFaultTests {
    private static let problems: [SettingsProblem] =
        [
            .unreadable(reason: "r"), .missing, .notText, .syntax(column: 3, reason: "r"),
            .unknownSection("s", nearest: "sheet"), .unknownSection("s", nearest: nil),
            .unknownKey("k", nearest: "log"),
            .unknownKey("k", nearest: nil), .outside("k"), .namelessDesk("k"), .deskOnly(.beep), .registerOnly(.store),
            .notOfRegister(.beep), .notSection("s"), .deskName,
            .outOfRange(.timeout, 0), .noDesk("d", there: []), .noDesk("d", there: ["a", "b"]), .former([]),
        ]
        + SettingKey.allCases.flatMap { key -> [SettingsProblem] in
            [
                .empty(key), .notLine(key), .notDuration(key, "t"), .notChoice(key, "t", nearest: "n"),
                .notChoice(key, "t", nearest: nil), .wrongType(key, found: .table), .wrongType(key, found: .moment),
            ]
        }

    @Test(arguments: problems)
    func faultIsToldInBothLanguagesWithItsPlace(_ problem: SettingsProblem) {
        let error = ToolError.settings(SettingsFault(.file("/f/config.toml", line: 3), problem))
        #expect(error.identity == .usage && !problem.code.isEmpty)
        for text in [error.words.problem, error.words.remedy] {
            #expect(text.thai.unicodeScalars.contains { (0x0E01...0x0E5B).contains($0.value) })
            #expect(!text.thai.contains("  "))
        }
        #expect(error.words.problem.thai.hasPrefix("/f/config.toml:3: "))
        #expect(error.words.problem.english.hasPrefix("/f/config.toml:3: "))
        for language in Language.allCases {
            #expect(ErrorReport(error: error).text(in: language).split(separator: "\n").count == 2)
        }
    }

    @Test func hostileNamesAreShownSafely() {
        let hostile = "\u{1B}]0;x\u{07}\u{202E}\n"
        for problem in [
            .unknownKey(hostile, nearest: nil), .notChoice(.paper, hostile, nearest: nil), .former([hostile]),
        ]
            as [SettingsProblem]
        {
            let report = ErrorReport(error: .settings(SettingsFault(.file(hostile, line: 1), problem)))
            for text in [report.text(in: .thai), report.text(in: .english), report.json.line + "\n"] {
                #expect(!text.unicodeScalars.contains { SafeText.isUnsafe($0) && $0 != "\n" })
            }
        }
    }

    @Test func formerFileIsToldWithWhatToWrite() throws {
        let fault = SettingsFault(.file("/f/config", line: nil), .former(["[sheet]", "paper = \"a5\""]))
        let report = ErrorReport(error: .settings(fault))
        #expect(report.text(in: .english).hasPrefix("/f/config: "))
        for language in Language.allCases {
            #expect(report.text(in: language).hasSuffix("\n[sheet]\npaper = \"a5\"\n"))
        }
        #expect(report.json["remedy"]?.string?.hasSuffix(":\n[sheet]\npaper = \"a5\"") == true)
    }
}

/// The table of settings, beside the types that its values become.
@Suite struct SettingTableTests {
    @Test func choicesAreThoseThatThereAre() {
        #expect(SettingKey.paper.type == .choice(Paper.allCases.map(\.rawValue)))
        #expect(SettingKey.preset.type == .choice(SheetPreset.allCases.map(\.rawValue)))
        #expect(SettingKey.lang.type == .choice(SheetLanguage.allCases.map(\.rawValue)))
        #expect(SettingKey.format.type == .choices(OutputFormat.all.map(\.name)))
    }

    @Test func timesAreThoseThatTheOptionTakes() throws {
        guard case .number(let range) = SettingKey.timeout.type else { throw ToolError.internal("timeout") }
        for seconds in [range.lowerBound, range.upperBound] { try TimeoutOption.check(seconds) }
        for seconds in [range.lowerBound - 1, range.upperBound + 1] {
            #expect(throws: (any Error).self) { try TimeoutOption.check(seconds) }
        }
    }

    @Test(arguments: SettingKey.allCases)
    func meaningIsALineInBothLanguages(_ key: SettingKey) {
        #expect(key.meaning.english.hasSuffix(".") && key.meaning.english.count <= 100)
        #expect((key.meaning == key.meaningForRegister) == (key != .purpose))
        #expect(key.meaning.thai.unicodeScalars.contains { (0x0E01...0x0E5B).contains($0.value) })
    }

    @Test func exampleIsTheOneThatIsPackaged() throws {
        let lines = Tool.Config.Example.lines
        try Golden.expect(lines.joined(separator: "\n") + "\n", "../../Packaging/config.toml.example")
        let file = SettingsFile(Array(lines.joined(separator: "\n").utf8), of: "/f")
        #expect(file.faults == [] && file.count == 0)
    }

    @Test func exampleSettlesEverythingOnceTheMarksAreTakenAway() {
        let lines = Tool.Config.Example.lines.map {
            $0.hasPrefix("#") && !$0.hasPrefix("# ") ? String($0.dropFirst()) : $0
        }
        let file = SettingsFile(Array(lines.joined(separator: "\n").utf8), of: "/f")
        // A purpose is of sheets and of the register.
        #expect(file.faults == [] && file.count == SettingKey.allCases.count + 1)
        #expect(Set(file.register.keys) == Set(SettingKey.allCases.filter(\.isOfRegister)))
        #expect(Set(file.sheet.keys) == Set(SettingKey.allCases.filter(\.isOfSheet)))
    }
}
