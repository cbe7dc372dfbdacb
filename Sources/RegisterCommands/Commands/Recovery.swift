import ArgumentParser
import CardRecord
import Host
import RecordSeal
import Register
import ThaiIDCard

extension RegisterTool {
    /// `thaiid-register recovery`: the paper.
    struct Recovery: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "recovery", abstract: "Print the recovery sheet again, or prove that it is kept.",
            subcommands: [Print.self, Test.self, Use.self])

        struct Print: ParsableCommand {
            static let configuration = CommandConfiguration(commandName: "print", abstract: "Write the sheet anew.")

            @Argument(help: ArgumentHelp("A PDF, or text by the file's name.", valueName: "file"), completion: .file())
            var file: String

            @OptionGroup var store: StoreOptions

            func run() throws {
                let places = try store.places()
                let register = try places.openHere().register
                try RecoverySheet(try places.root(), office: register.mode.office).write(to: file)
                Streams.tell(lines: [RecoveryWords.written(file)[RegisterMain.language]])
            }
        }

        struct Test: ParsableCommand {
            static let configuration = CommandConfiguration(
                commandName: "test", abstract: "Type three words back, once a year.",
                discussion: "With --words - all of them come on standard input.")

            @Option(help: ArgumentHelp("- takes all words from standard input.", valueName: "-"))
            var words: String?

            @OptionGroup var store: StoreOptions

            func run() throws {
                let places = try store.places()
                let (register, root) = (try places.openHere().register, try places.root())
                if words == nil {
                    try RecoverySheet.prove(root, at: "")
                } else {
                    guard try Self.typed() == root else { throw CommandFault.otherKey }
                }
                try register.noteRecoveryTested(by: Process.userName)
                Streams.tell(lines: [RecoveryWords.proven[RegisterMain.language]])
            }

            static func typed() throws -> RegisterKey {
                let text = String(decoding: try Streams.input(limit: 1 << 14), as: UTF8.self)
                return try RegisterKey(words: RecoveryWords.words(in: text))
            }
        }

        struct Use: ParsableCommand {
            static let configuration = CommandConfiguration(
                commandName: "use", abstract: "Make the key file again, from the words of the sheet on standard input.")

            @Option(help: ArgumentHelp("The file to make.", valueName: "file"), completion: .file())
            var keyFile: String

            func run() throws {
                try KeyPlace.file(Path.absolute(keyFile)).keep(try Test.typed())
                Streams.tell(lines: [keyFile])
            }
        }
    }
}
