import CardFormats
import CardRecord
import ThaiIDCard

/// An error as it is printed on standard error.
struct ErrorReport {
    let error: ToolError
    var reader: String?

    /// The line of JSON that scripts read, in the shape of the schema `thaiid.error/1`. Always English.
    var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init(name: "schema", value: "thaiid.error/1"),
            .init(name: "code", value: .string(error.identity.code)),
            .init(name: "exit", value: .integer(Int(error.identity.exit))),
            .init(name: "message", value: .string(error.words.problem.english)),
            .init(name: "remedy", value: .string(error.words.remedy.english)),
        ]
        if let reader { members.append(.init(name: "reader", value: .string(reader))) }
        return .object(members)
    }

    /// Two lines for people.
    func text(in language: Language) -> String {
        SafeText.clean(error.words.problem[language]) + "\n" + "→ " + SafeText.clean(error.words.remedy[language])
            + "\n"
    }
}
