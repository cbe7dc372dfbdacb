import ArgumentParser
import CardFormats
import CardRecord
import CardSources
import DeskConfig
import FrontDesk
import Host
import ThaiIDCard
import VirtualCard

extension Tool {
    /// `thaiid doctor`: find out what keeps a card from being read, and what a desk lacks.
    struct Doctor: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "doctor",
            abstract: "Find out what keeps a card from being read, and the command that mends it.",
            discussion: """
                Then looks at what a desk needs beside: drawing, printer, settings, spool. Prints nothing personal. \
                Exits with the status of the first thing that keeps a card from being read.
                """)

        @Flag(help: "Print one line of JSON.")
        var json = false

        @Option(
            help: ArgumentHelp(
                "Also write what a report of a fault needs; nothing personal is in it.", valueName: "file"))
        var bundle: String?

        @OptionGroup var languageOption: LanguageOption

        func run() throws {
            let language = languageOption.language
            let file = bundle.map { OutputFile(path: $0, replaces: false) }
            try file?.check(onTerminal: .terminal(format: "json"))
            let facts = try Blocking.run { await Diagnosis(Cards.here).facts() }
            let findings =
                facts.map(Finding.init)
                + DeskCheck.facts(drawing: Self.sample, speaking: language).map(Finding.init) + [Self.settings]
            let checks = JSONValue.Member(name: "checks", value: .array(findings.map(\.json)))
            try Output.write(
                json
                    ? JSONValue.object([.init(.doctor), checks]).line + "\n"
                    : findings.map { $0.text(in: language) }.joined())
            if let file {
                let system = JSONValue.Member(name: "system", value: Self.system)
                try asToolError(try file.write(JSONValue.object([.init(.doctor), checks, system]).utf8Line))
            }
            if let cause = findings.lazy.compactMap(\.cause).first { throw ExitCode(cause.identity.exit) }
        }

        /// What the files of settings are like.
        private static var settings: Finding {
            let places: SettingsPlaces
            do throws(SettingsFault) { places = try SettingsPlaces() } catch { return Finding(files: 0, error) }
            let files = places.files()
            return Finding(files: files.count, files.lazy.compactMap(\.faults.first).first)
        }

        /// Who does not exist, for a try at drawing.
        private static var sample: JSONValue {
            let read = Record.Read(
                at: WallClock.system.now, source: .virtual, reader: nil, atr: "3B00", exchanges: 0,
                milliseconds: 0)
            return Record(read: read, card: SampleCard.card, fields: Field.all.filter { $0.group == .card }).json
        }

        private static var system: JSONValue {
            [
                "version": .string(Tool.configuration.version), "system": .string(Machine.system),
                "kernel": .string(Machine.kernel), "locale": .string(Process.localeName),
                "terminal": JSONValue(Process.environment("TERM")), "at": .string(WallClock.system.now),
            ]
        }
    }
}
