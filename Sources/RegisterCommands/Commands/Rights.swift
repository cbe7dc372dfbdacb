import ArgumentParser
import CardRecord
import RegisterModel

extension RegisterTool {
    /// `thaiid-register rights`: the table of who may do what, for the pages and for tests.
    struct Rights: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rights", abstract: "Print who may do what, an act a line.", shouldDisplay: false)

        @ArgumentParser.Flag(help: "Print JSON, an act a line.")
        var json = false

        func run() throws {
            for act in Act.allCases {
                if json {
                    try Streams.write(act.rights)
                } else {
                    try Streams.write("\(act.rawValue): \(act.roles.names.joined(separator: ", "))\n")
                }
            }
        }
    }
}

extension Act {
    fileprivate var rights: JSONValue {
        [
            "schema": .string(Schema.register.id), "act": "rights", "of": .string(rawValue),
            "roles": .array(roles.names.map { .string($0) }), "fourEyes": .bool(needsFourEyes),
            "purpose": .bool(needsPurpose), "quota": .bool(countsAgainstQuota), "people": .bool(showsPeople),
        ]
    }
}
