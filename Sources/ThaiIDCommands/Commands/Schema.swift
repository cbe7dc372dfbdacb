public import ArgumentParser
import CardFormats
public import CardRecord
import ThaiIDCard

extension CardRecord.Schema: ExpressibleByArgument {}

extension Tool {
    /// `thaiid schema`: print the JSON Schema of what scripts get.
    struct Schema: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "schema", abstract: "Print the JSON Schema of what scripts get, or list the schemas.",
            discussion: "Whatever is printed as JSON carries the name of its schema as its member ‘schema’.")

        @Argument(help: "Which one; without any, they are listed.")
        var schema: CardRecord.Schema?

        @OptionGroup var languageOption: LanguageOption

        func run() throws {
            if let schema { return try Output.write(schema.text) }
            let language = languageOption.language
            let width = CardRecord.Schema.allCases.map(\.rawValue.count).max() ?? 0
            try Output.write(
                lines: CardRecord.Schema.allCases.map {
                    TerminalColumns.pad($0.rawValue, to: width) + "  " + $0.subject[language]
                })
        }
    }
}
