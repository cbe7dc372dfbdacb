public import ArgumentParser
import CardFormats
public import CardRecord

extension Schema: ExpressibleByArgument {}

extension Tool {
    /// `thaiid schema`: print the JSON Schema of what scripts get.
    struct PrintSchema: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "schema",
            abstract: "Print the JSON Schema of a record, an error, an event or a line of the log of sheets.")

        @Argument(help: "record, error, event or sheet-log.")
        var schema: Schema

        func run() throws { try Output.write(schema.text) }
    }
}
