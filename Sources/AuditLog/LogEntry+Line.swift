package import CardRecord

extension LogEntry {
    /// The entry as a line of JSON, in the one way in which it is written: members in this order, and none for what there is not.
    package func line(writer: Int, n: Int) -> String { json(writer: writer, n: n).line }

    package func json(writer: Int, n: Int) -> JSONValue {
        let members: [(String, JSONValue?)] = [
            ("at", .string(LogTime.text(of: at))), ("writer", .integer(writer)), ("n", .integer(n)),
            ("account", .string(account)), ("officer", officer.map(JSONValue.string)), ("role", .string(role)),
            ("act", .string(act)), ("purpose", purpose.map(JSONValue.string)),
            ("reference", reference.map(JSONValue.string)), ("subject", subject.map(JSONValue.string)),
            ("fields", fields.map { .array($0.map { .string($0) }) }), ("count", count.map(JSONValue.integer)),
            ("result", .string(result)), ("sheet", sheet.map(JSONValue.string)),
            ("digest", digest.map(JSONValue.string)),
        ]
        return .object(
            [.init(.registerLog)]
                + members.compactMap { name, value in value.map { JSONValue.Member(name: name, value: $0) } })
    }

    /// Reads a line that `line` has written, and no other.
    package init?(line: String) {
        guard let json = JSONValue(parsing: Array(line.utf8)), Schema.registerLog.isClaimed(by: json),
            let at = json["at"]?.string.flatMap(LogTime.micros), let account = json["account"]?.string,
            let role = json["role"]?.string, let act = json["act"]?.string, let result = json["result"]?.string,
            let writer = json["writer"]?.integer, let n = json["n"]?.integer
        else { return nil }
        var fields: [String]?
        if case .array(let values)? = json["fields"] { fields = values.compactMap(\.string) }
        self.init(
            at: at, account: account, officer: json["officer"]?.string, role: role, act: act,
            purpose: json["purpose"]?.string, reference: json["reference"]?.string, subject: json["subject"]?.string,
            fields: fields, count: json["count"]?.integer, result: result, sheet: json["sheet"]?.string,
            digest: json["digest"]?.string)
        // Whatever else a line says would be lost here, and a hash is of all of it.
        guard self.line(writer: writer, n: n).utf8.elementsEqual(line.utf8) else { return nil }
    }

    /// What a line begins with that says this of itself.
    static func head(at: Int64, writer: Int, n: Int) -> [UInt8] {
        var head = beginning
        head += LogTime.utf8(of: at)
        head += writerName
        head += String(writer).utf8
        head += numberName
        head += String(n).utf8
        head += accountName
        return head
    }

    private static let beginning = Array(#"{"schema":"\#(Schema.registerLog.id)","at":""#.utf8)
    private static let writerName = Array(#"","writer":"#.utf8)
    private static let numberName = Array(#","n":"#.utf8)
    private static let accountName = Array(#","account":""#.utf8)
}
