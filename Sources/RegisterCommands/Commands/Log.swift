import ArgumentParser
import CardRecord
import Host
import Register
import RegisterModel
import RegisterServer
import ThaiIDCard

extension RegisterTool {
    /// `thaiid-register log`: who did what.
    struct Log: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "log", abstract: "Look at the log, and prove that it is whole.",
            subcommands: [Show.self, Verify.self, Export.self, Checkpoint.self])

        struct Show: ParsableCommand {
            static let configuration = CommandConfiguration(commandName: "show", abstract: "Print the newest lines.")

            @Option(help: "How many.")
            var limit = 50

            @OptionGroup var store: StoreOptions

            func run() throws {
                let (door, language) = (try store.door(), RegisterMain.language)
                _ = try door.ask(Request(.logShow, ["limit": .integer(limit)])) { item throws(RegisterError) in
                    let line = store.json ? item.line : LogWords.line(item, language)
                    guard (try? Streams.write(line + "\n")) != nil else {
                        throw RegisterError(.failed, "standard output")
                    }
                }
            }
        }

        struct Export: ParsableCommand {
            static let configuration = CommandConfiguration(
                commandName: "export", abstract: "Write all lines with their hashes, for somebody else to verify.")

            @OptionGroup var store: StoreOptions

            func run() throws {
                _ = try store.door().ask(Request(.logExport)) { item throws(RegisterError) in
                    guard (try? Streams.write(item)) != nil else { throw RegisterError(.failed, "standard output") }
                }
            }
        }

        struct Verify: ParsableCommand {
            static let configuration = CommandConfiguration(
                commandName: "verify", abstract: "Prove that the log is whole, or find where it is not.",
                discussion: "Without checkpoints that were kept elsewhere it proves accidents, not fraud.")

            @Option(
                name: .customLong("checkpoint"),
                help: ArgumentHelp("A checkpoint that was kept elsewhere.", valueName: "file"), completion: .file())
            var checkpoints: [String] = []

            @OptionGroup var store: StoreOptions

            func run() throws {
                let notes = try checkpoints.map { path throws(FileFailure) in
                    String(decoding: try InputFile.read(path, limit: 1 << 16), as: UTF8.self)
                }
                let request = Request(.logVerify, ["outside": .array(notes.map { .string($0) })])
                let answer = try store.door().ask(request) { _ in }
                if store.json {
                    try Streams.write(answer)
                } else {
                    try Streams.write(LogWords.verified(answer, RegisterMain.language).map { $0 + "\n" }.joined())
                }
                guard answer["whole"] == .bool(true) else { throw RegisterError(.logBroken) }
            }
        }

        struct Checkpoint: ParsableCommand {
            static let configuration = CommandConfiguration(
                commandName: "checkpoint", abstract: "Sign what the log has come to, and hand the note out.",
                discussion: """
                    A signed note (C2SP) that has to leave this machine: to a second office, a mailbox, the paper of the \
                    day (a PDF with the note as a QR code, by the file's name). Only that defeats whoever is root here. \
                    --sent notes where it went.
                    """)

            @Option(
                name: .shortAndLong,
                help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"),
                completion: .file())
            var output: String?

            @Option(help: ArgumentHelp("Where the note went.", valueName: "text"))
            var sent: String?

            @OptionGroup var store: StoreOptions

            func run() throws {
                let place = sent ?? output
                let request = Request(.checkpoint, ["sent": place.map { .string($0) }])
                let answer = try store.door().ask(request) { _ in }
                let note = answer["note"]?.string ?? ""
                if let output {
                    let bytes =
                        output.hasSuffix(".pdf") ? try Drawn.page(CheckpointPage(note).document) : Array(note.utf8)
                    try OutputFile(path: output, replaces: false).write(bytes)
                }
                if store.json { return try Streams.write(answer) }
                guard output != nil else { return try Streams.write(note) }
                Streams.tell(lines: LogWords.checkpoint(answer, RegisterMain.language))
            }
        }
    }
}
