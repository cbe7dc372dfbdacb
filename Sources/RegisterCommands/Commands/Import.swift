import ArgumentParser
import CardRecord
import Host
import RecordFiles
import Register
import RegisterModel
import RegisterServer
import ThaiIDCard

extension RegisterTool {
    /// `thaiid-register import`: what older tools have.
    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import", abstract: "Take in records, day files, and CSV of older tools.",
            discussion: """
                Every line is looked at first; where one is wrong, all that are wrong are told with their numbers, and \
                nothing is taken in. Columns of a CSV are named by --map citizenID=CID,nameThai.first=FNAME,…
                """)

        @Argument(help: ArgumentHelp("Files of records, or CSV with --map.", valueName: "file"), completion: .file())
        var files: [String]

        @Option(help: ArgumentHelp("Which column is which field.", valueName: "field=column,…"))
        var map: String?

        @ArgumentParser.Flag(help: "Look only.")
        var dryRun = false

        @OptionGroup var purpose: PurposeOptions
        @OptionGroup var store: StoreOptions

        func run() throws {
            let records: [JSONRecord] = try map.map { try CSVImport(map: $0).records(in: files) } ?? lines()
            let purpose = try self.purpose.needed(store)
            guard !dryRun else {
                try Streams.write(SaveWords.looked(at: records.count, RegisterMain.language) + "\n")
                return
            }
            var saver = RecordSaver(door: try store.door(), act: .importFiles, purpose: purpose, keepsPhoto: false)
            for record in records { _ = try saver.save(record) }
            if store.json {
                try Streams.write(saver.total)
            } else {
                try Streams.write(SaveWords.total(saver.total, RegisterMain.language) + "\n")
            }
        }

        /// The records of all files, once all of them have been found good.
        private func lines() throws -> [JSONRecord] {
            var (records, faults) = (RecordCollector(), [Bilingual]())
            _ = try Conversion(input: RecordInput(files: files), skipsBad: true).run(into: &records) { step in
                if case .leftOut(_, let error) = step { faults.append(CommandFault(error).report.words.problem) }
            }
            guard faults.isEmpty else { throw CommandFault.badLines(faults) }
            return records.all
        }
    }
}

/// Holds records until it is sure that all are good.
struct RecordCollector: RecordTarget {
    private(set) var all: [JSONRecord] = []

    mutating func put(_ record: JSONRecord) throws(RecordFilesError) -> [Bilingual] {
        guard record.wholeCitizenID != nil else { throw .nameless(template: Field.citizenID.key) }
        all.append(record)
        return []
    }

    mutating func flush() {}

    mutating func finish() {}
}
