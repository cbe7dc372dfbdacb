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
                nothing is taken in. What was taken in before is known again: the same files may be imported twice.

                A table (.csv, .tsv) that thaiid has written needs no --map. Of an older tool's, --map names the columns: \
                citizenID, nameThai.title, nameThai.first, nameThai.middle, nameThai.last, the same of nameEnglish, \
                birthDate, sex, address.houseNumber and so on, issueDate, expiryDate, read.at. Texts are UTF-8, UTF-16 or \
                TIS-620; dates are 2533-04-15 or 15/4/2533, in Buddhist or Gregorian years.
                """)

        @Argument(
            help: ArgumentHelp("Files of records, a line each, or tables.", valueName: "file"), completion: .file())
        var files: [String]

        @Option(help: ArgumentHelp("Which field is in which column.", valueName: "field=column,…"))
        var map: String?

        @ArgumentParser.Flag(help: "Look only.")
        var dryRun = false

        @OptionGroup var purpose: PurposeOptions
        @OptionGroup var store: StoreOptions

        func validate() throws {
            guard !files.contains("-") else {
                throw ValidationError("Files are read twice: thaiid register save takes a stream.")
            }
        }

        func run() throws {
            let input = try ImportInput(files: files, map: map)
            let purpose = try self.purpose.needed(store)
            let count = try input.look()
            guard !dryRun else {
                let words = SaveWords.looked(at: count, RegisterMain.language) + "\n"
                return try store.json ? Streams.write(RecordImporter.looked(at: count)) : Streams.write(words)
            }
            var importer = RecordImporter(door: try store.door(), purpose: purpose)
            try input.handOut { record, isDated in try importer.put(record, isDated: isDated) }
            try importer.flush()
            if store.json {
                try Streams.write(importer.total)
            } else {
                try Streams.write(SaveWords.total(importer.total, RegisterMain.language) + "\n")
            }
        }
    }
}
