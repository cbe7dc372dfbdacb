import ArgumentParser
import CardRecord
import Host
import Register
import RegisterSQLite
import ThaiIDCard

extension RegisterTool {
    /// `thaiid-register backup`: copies, in two places.
    struct Backup: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "backup", abstract: "Copy people and keys, each into a folder of its own.",
            discussion: """
                Copies of people may be kept for years. Copies of keys are for 30 days and no longer: whoever was erased is \
                gone for good only when no older copy of the keys is left.
                """)

        @Option(help: ArgumentHelp("The folder for people.", valueName: "folder"), completion: .directory)
        var people: String

        @Option(
            help: ArgumentHelp("The folder for keys: another one, better elsewhere.", valueName: "folder"),
            completion: .directory)
        var personKeys: String

        @OptionGroup var options: CareOptions

        func run() throws {
            guard Path.absolute(people) != Path.absolute(personKeys) else { throw CommandFault.oneFolder(people) }
            let opened = try options.places().openHere()
            // The line comes first: no copy is made that the log does not know.
            try opened.register.noteBackupBegun(by: Process.userName)
            let stamp = String(RegisterTime.now.text.prefix(19)).filter { $0 != ":" }
            try Folder.makeAll(people)
            try Folder.makeAll(personKeys)
            let copies = (
                people: Self.spare("\(people)/people-\(stamp)"), keys: Self.spare("\(personKeys)/keys-\(stamp)")
            )
            try opened.store.backUp(people: copies.people)
            try opened.store.backUp(keys: copies.keys)
            try opened.register.noteBackup(by: Process.userName)
            if options.json {
                try Streams.write([
                    "schema": .string(Schema.register.id), "act": "backup", "people": .string(copies.people),
                    "personKeys": .string(copies.keys),
                ])
            } else {
                try Streams.write(
                    CareWords.backup(copies, RegisterMain.language).map { SafeText.clean($0) + "\n" }.joined())
            }
        }

        /// A name that nothing has, for a second copy within a second.
        private static func spare(_ stem: String) -> String {
            let names = ["\(stem).sqlite"] + (2...99).map { "\(stem)-\($0).sqlite" }
            return names.first { !Folder.holds($0) } ?? names[0]
        }
    }

    /// `thaiid-register restore`: back from copies.
    struct Restore: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "restore",
            abstract: "Put copies of people and keys in place, and erase again who was erased since.",
            discussion: """
                Any copy of people, and the newest copy of keys that there is. What the log has lost since the copy is said \
                in the log itself; give --checkpoint with the newest note that was kept elsewhere.
                """)

        @Option(help: ArgumentHelp("The copy of people.", valueName: "file"), completion: .file())
        var people: String

        @Option(
            help: ArgumentHelp("The newest copy of keys; without it, those in place are used.", valueName: "file"),
            completion: .file())
        var personKeys: String?

        @Option(
            help: ArgumentHelp("The newest checkpoint that was kept elsewhere.", valueName: "file"), completion: .file()
        )
        var checkpoint: String?

        @Option(
            help: ArgumentHelp("The newest lines of the log that were exported.", valueName: "file"),
            completion: .file())
        var log: String?

        @Flag(
            help:
                "Replace the files that are in place; they are kept beside, with .replaced at their ends, the keys until somebody is erased."
        )
        var force = false

        @OptionGroup var options: CareOptions

        func run() throws {
            let places = try options.places()
            let moves = RestoreMoves(places)
            let note = try checkpoint.map { path throws(FileFailure) in
                String(decoding: try InputFile.read(path, limit: 1 << 16), as: UTF8.self)
            }
            let erased = try moves.erasures(before: personKeys)
            try moves.put(people: people, keys: personKeys, replaces: force)
            let settlement: Settlement
            do {
                let opened = try places.openHere(isRestored: true)
                if let log { _ = try opened.register.adopt(log: try Self.lines(of: log)) }
                settlement = try opened.register.settle(after: note, knowing: erased, by: Process.userName)
                try opened.store.emptyLogs()
            } catch {
                try moves.undo()
                throw error
            }
            if options.json {
                try Streams.write([
                    "schema": .string(Schema.register.id), "act": "restore", "erasedAgain": .integer(settlement.erased),
                    "withoutKey": .integer(settlement.keyless),
                ])
            } else {
                try Streams.write(CareWords.restored(settlement, RegisterMain.language).map { $0 + "\n" }.joined())
            }
        }

        private static func lines(of path: String) throws -> [JSONValue] {
            try InputFile.read(path, limit: 1 << 30).split(separator: UInt8(ascii: "\n")).map { line in
                guard let value = JSONValue(parsing: Array(line)) else { throw CommandFault.badOption("--log") }
                return value
            }
        }
    }
}
