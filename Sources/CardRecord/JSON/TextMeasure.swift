internal import ThaiIDCard

/// How long the texts of a record may be: what a card or a reader could say, with room for what is put
/// between its parts. What draws a text takes longer the longer it is, and a record may be a stranger's.
enum TextMeasure {
    /// Most characters of a time, of an answer to reset in hex, of a word that stands for a state.
    static let word = 66
    /// Most characters of a reader's name: twice what PC/SC has.
    static let reader = 256
    /// Most characters of a sentence.
    static let sentence = 1_000

    /// Whether a text has no more characters than that.
    static func holds(_ text: String, _ most: Int) -> Bool {
        text.utf8.count <= most || text.utf8.count <= 4 * most && text.unicodeScalars.count <= most
    }

    /// Most characters of any text of a field.
    static func most(of field: Field) -> Int { max(2 * field.span.count, word) }

    /// Whether a text or a number, where it is one, has no more characters than that.
    static func holds(_ json: JSONValue, _ most: Int) -> Bool {
        switch json {
        case .string(let text), .number(let text): holds(text, most)
        case .null, .bool, .integer, .array, .object: true
        }
    }

    /// Whether nothing that a member of a record says of a field has more characters than that. A photo
    /// is no text, and members that the schema does not know mean nothing.
    static func holds(_ json: JSONValue, _ kind: FieldValue.Kind, _ most: Int) -> Bool {
        guard case .object = json else { return holds(json, most) }
        let most = kind == .photo ? word : most
        var members = MemberCursor(json)
        for name in kind.members where name != "base64" {
            if let value = members.value(name), !holds(value, most) { return false }
        }
        return true
    }

    /// Which of a record's remarks, its states and its warnings, are too long; `nil` where none are.
    static func tooLongRemarks(of record: JSONValue) -> String? {
        if case .object(let states)? = record["states"],
            states.contains(where: { !holds($0.name, word) || !holds($0.value, word) })
        {
            return "states"
        }
        if case .array(let warnings)? = record["warnings"], !warnings.allSatisfy(isShort) { return "warnings" }
        return nil
    }

    private static func isShort(_ warning: JSONValue) -> Bool {
        guard case .object(let members) = warning else { return true }
        return members.allSatisfy { member in
            if case .object(let detail) = member.value { return detail.allSatisfy { holds($0.value, word) } }
            return holds(member.value, member.name == "message" ? sentence : word)
        }
    }
}
