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
    /// `thaiid-register export`: all of them, once somebody else has approved.
    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export", abstract: "Write everybody's record, with the fields of the purpose.",
            discussion: "Needs somebody else's approval where the office has roles: thaiid register approve.")

        @Option(help: ArgumentHelp("One of thaiid convert's formats.", valueName: "format"))
        var format = "ndjson"

        @Option(
            help: ArgumentHelp(
                "The five digits by which the health ministry knows the hospital, for person43.", valueName: "digits"))
        var hospitalCode: String?

        @Option(
            name: .shortAndLong, help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"),
            completion: .file())
        var output: String?

        @ArgumentParser.Flag(help: "Let --output overwrite a file.")
        var force = false

        @OptionGroup var purpose: PurposeOptions
        @OptionGroup var store: StoreOptions

        func validate() throws {
            guard hospitalCode.map({ $0.utf8.count == 5 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) ?? true
            else {
                throw ValidationError("--hospital-code takes five digits.")
            }
        }

        func run() throws {
            guard let format = OutputFormat.all.first(where: { $0.name == self.format }) else {
                throw CommandFault.badOption("--format")
            }
            let file = output.map { OutputFile(path: $0, replaces: force) }
            let purpose = try self.purpose.needed(store)
            let door = try store.door()
            var options = FormatOptions.register
            options.hospitalCode = hospitalCode
            let formatter = RecordFormatter(format: format, options: options) { Streams.tell(lines: $0) }
            var target = try StreamTarget(formatter, file: file)
            let request = Request(
                .export, purpose: purpose.purpose, reference: purpose.reference, ["format": .string(format.name)])
            let answer = try door.ask(request) { item throws(RegisterError) in
                guard let record = try? JSONRecord(json: item), (try? target.put(record)) != nil else {
                    throw RegisterError(.failed, output ?? "standard output")
                }
            }
            try target.finish()
            if store.json {
                Streams.tell(answer.line + "\n")
            } else {
                Streams.tell(lines: ChangeWords.export(answer, RegisterMain.language))
            }
        }
    }
}
