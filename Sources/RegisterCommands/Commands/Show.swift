import ArgumentParser
import CardFormats
import CardRecord
import Host
import RecordFiles
import Register
import RegisterModel
import RegisterServer
import ThaiIDCard

extension RegisterTool {
    /// `thaiid-register show`: one person.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show what is known of a person, as far as the purpose goes.",
            discussion: """
                Of numbers that identify a person the last digits are shown, and all of them with --unmask, where your role \
                may. --at shows what was known at the end of a day.
                """)

        @Option(help: ArgumentHelp("Only these fields of the purpose.", valueName: "field,…"))
        var fields: String?

        @ArgumentParser.Flag(help: "Show numbers whole, where your role may.")
        var unmask = false

        @Option(
            help: ArgumentHelp("What was known at the end of this day: 2566-06-01 or 2023-06-01.", valueName: "date"))
        var at: String?

        @Option(help: ArgumentHelp("The format to print: text, or one of thaiid convert's.", valueName: "format"))
        var format: String?

        @OptionGroup var person: PersonOptions
        @OptionGroup var purpose: PurposeOptions
        @OptionGroup var store: StoreOptions

        func run() throws {
            let format = try self.format.map { name in
                guard let format = OutputFormat.all.first(where: { $0.name == name }) else {
                    throw CommandFault.badOption("--format")
                }
                return format
            }
            let purpose = try self.purpose.needed(store)
            let request = Request(
                .show, purpose: purpose.purpose, reference: purpose.reference, desk: purpose.desk,
                [
                    "fields": fields.map { .array($0.split(separator: ",").map { .string(String($0)) }) },
                    "unmask": .bool(unmask), "at": try at.map { .string(try GivenDay.iso($0)) },
                ])
            let asked = try person.asked(request)
            let answer = try store.door().ask(asked) { _ in }
            if store.json { return try Streams.write(answer) }
            guard let json = answer["record"] else { throw CommandFault.noRecord }
            let language = RegisterMain.language
            let formatter = RecordFormatter(
                format: format ?? .written(.text), options: FormatOptions.register
            ) { Streams.tell(lines: $0) }
            let bytes = try formatter.head() + formatter.bytes(of: try JSONRecord(json: json)).bytes
            guard Descriptor.write(bytes, to: Descriptor.output) else {
                throw CommandFault.unwritable("standard output", .last)
            }
            let words = ShowWords.lines(answer, language)
            if format == nil { try Streams.write(words.map { $0 + "\n" }.joined()) } else { Streams.tell(lines: words) }
        }
    }
}

/// A day that somebody typed, in Buddhist or Gregorian years.
enum GivenDay {
    static func iso(_ text: String) throws -> String {
        guard let typed = CalendarDay(startOf: text), text.count == 10 else { throw CommandFault.badOption("--at") }
        let day = typed.inGregorianYears
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day.year)-\(two(day.month))-\(two(day.day))"
    }
}
