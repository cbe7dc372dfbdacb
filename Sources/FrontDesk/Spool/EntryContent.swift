internal import CardRecord

/// What an entry of the spool is about.
package struct EntryContent: Sendable {
    package let action: Action
    /// The record, as it is shown to whoever the action serves.
    let record: JSONRecord
    /// When the card was read.
    package let at: String
    package let reader: String?

    init(action: Action, record: JSONRecord, at: String, reader: String?) {
        (self.action, self.record, self.at, self.reader) = (action, record, at, reader)
    }

    /// The day of the read, as files are named after it.
    var day: String { String(at.prefix(10)) }

    var bytes: [UInt8] {
        let json = JSONValue.object([
            .init(name: "action", value: action.json), .init(name: "at", value: .string(at)),
            .init(name: "reader", value: JSONValue(reader)), .init(name: "record", value: record.json),
        ])
        return Array(json.line.utf8)
    }

    init?(bytes: [UInt8]) {
        guard let json = JSONValue(parsing: bytes), let action = json["action"].flatMap({ Action(json: $0) }),
            let at = json["at"]?.string, let record = json["record"].flatMap({ try? JSONRecord(json: $0) })
        else { return nil }
        self.init(action: action, record: record, at: at, reader: json["reader"]?.string)
    }
}
