import ArgumentParser
import CardRecord
import Register
import RegisterModel
import RegisterServer

extension RegisterTool {
    /// `thaiid-register find`: who is known.
    struct Find: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "find", abstract: "Find people by card, number, name, birth date or area.",
            discussion: """
                With --json, one line a person, and none where nobody is found. A name is found by any part of it, in Thai \
                or English; --like finds names that sound alike.
                """)

        @Option(help: ArgumentHelp("Any part of a name.", valueName: "text"))
        var name: String?

        @ArgumentParser.Flag(help: "Also names that sound alike.")
        var like = false

        @Option(
            help: ArgumentHelp(
                "Birth date in Buddhist years, as far as it is known: 2533, 2533-04, 2533-04-15.", valueName: "date"))
        var born: String?

        @Option(help: ArgumentHelp("Code of a province, district or subdistrict: 10, 1001, 100101.", valueName: "code"))
        var area: String?

        @Option(help: "How many people at most.")
        var limit = 20

        @OptionGroup var person: PersonOptions
        @OptionGroup var purpose: PurposeOptions
        @OptionGroup var store: StoreOptions

        private var isByName: Bool { name != nil || born != nil || area != nil }

        func validate() throws {
            guard (1...1_000).contains(limit) else {
                throw ValidationError(thai: "--limit รับ 1 ถึง 1000", english: "--limit takes 1 to 1000.")
            }
        }

        func run() throws {
            let purpose = try self.purpose.needed(store)
            let request = Request(
                isByName ? .findByName : .findByNumber, purpose: purpose.purpose, reference: purpose.reference,
                desk: purpose.desk,
                [
                    "name": name.map { .string($0) }, "like": .bool(like), "born": born.map { .string($0) },
                    "area": area.map { .string($0) }, "limit": .integer(limit),
                ])
            let asked = isByName ? request : try person.asked(request)
            let answer = try store.door().ask(asked) { _ in }
            guard store.json else {
                try Streams.write(FindWords.lines(answer, RegisterMain.language).map { $0 + "\n" }.joined())
                return
            }
            guard case .array(let people)? = answer["people"] else { return }
            for person in people {
                try Streams.write(
                    .object([.init(.register), .init(name: "act", value: "find")]).adding(person.members))
            }
        }
    }
}

extension JSONValue {
    /// An object's members.
    var members: [Member] { if case .object(let members) = self { members } else { [] } }

    /// A list's values.
    var values: [JSONValue] { if case .array(let values) = self { values } else { [] } }
}
