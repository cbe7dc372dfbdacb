import ArgumentParser
import CardRecord
import DeskConfig
import Host
import RecordFiles
import Register
import RegisterModel
import RegisterServer
import ThaiIDCard

extension RegisterTool {
    /// `thaiid-register save`: what cards said, and that somebody came.
    struct Save: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "save", abstract: "Save records, as thaiid read --json prints them.",
            discussion: """
                A read is saved once, however often it comes: by its read.id, else by what it says and when. Of each \
                record the fields of the purpose are kept, and no others. With --json, a line for each record as soon as it \
                is on the disk, and one of how many were what where there was more than one.
                """)

        @Argument(
            help: ArgumentHelp("A file of records, a line each; - for standard input.", valueName: "file"),
            completion: .file())
        var file = "-"

        @Option(help: .hidden)
        var recordFd: Int32?

        @ArgumentParser.Flag(help: "Keep the photo even where the purpose has none.")
        var keepPhoto = false

        @OptionGroup var purpose: PurposeOptions
        @OptionGroup var store: StoreOptions

        func run() throws {
            let purpose = try self.purpose.needed(store)
            var last: JSONValue?
            var saver = RecordSaver(door: try store.door(), purpose: purpose, keepsPhoto: keepPhoto) {
                last = $0
                if store.json { try tell($0) }
            }
            if let recordFd {
                let answer = try saver.save(try HandedRecord.read(recordFd))
                return try tell(answer)
            }
            do {
                _ = try Conversion(input: RecordInput(files: [file]), skipsBad: false).run(into: &saver) { _ in }
            } catch {
                throw saver.failure ?? error as any Error
            }
            if saver.count == 1, let last {
                if !store.json { try tell(last) }
                return
            }
            let total: JSONValue = saver.total
            if store.json {
                try Streams.write(total)
            } else {
                try Streams.write(SaveWords.total(total, RegisterMain.language) + "\n")
            }
        }

        private func tell(_ answer: JSONValue) throws {
            if store.json {
                try Streams.write(answer)
            } else {
                try Streams.write(SaveWords.line(of: answer, RegisterMain.language) + "\n")
            }
        }
    }
}

extension PurposeOptions {
    /// With the settings' purpose where none was said.
    func needed(_ store: StoreOptions) throws -> PurposeOptions {
        var options = self
        if options.purpose == nil { options.purpose = try RegisterSettings.load().purpose }
        return options
    }
}
