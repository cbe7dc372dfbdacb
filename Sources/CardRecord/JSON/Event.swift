/// Something that happened at a reader, as it is told to scripts.
package struct Event: Sendable {
    /// What happened. The raw values are those of the schema.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A reader is there.
        case readerAttached = "reader.attached"
        /// A reader is gone.
        case readerDetached = "reader.detached"
        /// A card is in.
        case cardInserted = "card.inserted"
        /// The card is out.
        case cardRemoved = "card.removed"
        /// The card was read.
        case cardRead = "card.read"
        /// The card could not be read.
        case cardFailed = "card.failed"
        /// What was to be done with a card is done.
        case actionDone = "action.done"
        /// It came to nothing, and waits for a person.
        case actionFailed = "action.failed"
        /// It came to nothing so far, and is tried again.
        case actionWaiting = "action.waiting"
    }

    private let kind: Kind
    private let at: String
    private let reader: String
    private let details: [JSONValue.Member]

    /// Notes what happened at a reader.
    ///
    /// - Parameter at: when, as `2026-11-23T09:41:07+07:00`.
    package init(_ kind: Kind, at: String, reader: String) {
        (self.kind, self.at, self.reader, details) = (kind, at, reader, [])
    }

    /// Notes that a card was read.
    package init(read record: Record, at: String, reader: String) {
        (kind, self.at, self.reader) = (.cardRead, at, reader)
        details = [JSONValue.Member(name: "record", value: record.json)]
    }

    /// Notes that a card could not be read.
    ///
    /// - Parameter error: why, as an `ErrorReport` has it.
    package init(failed error: JSONValue, at: String, reader: String) {
        (kind, self.at, self.reader) = (.cardFailed, at, reader)
        details = [JSONValue.Member(name: "error", value: error)]
    }

    /// Notes what became of an action.
    ///
    /// - Parameters:
    ///   - action: its name, and what it made.
    ///   - error: why it came to nothing, as an `ErrorReport` has it.
    ///   - next: when it is tried again.
    package init(
        _ kind: Kind, of action: JSONValue, read: ReadID, error: JSONValue?, next: String?, at: String, reader: String
    ) {
        (self.kind, self.at, self.reader) = (kind, at, reader)
        let optional = [("error", error), ("next", next.map(JSONValue.string))]
        details =
            [
                JSONValue.Member(name: "read", value: ["id": .string(read.description)]),
                JSONValue.Member(name: "action", value: action),
            ] + optional.compactMap { name, value in value.map { JSONValue.Member(name: name, value: $0) } }
    }

    /// The event in the shape of its schema.
    package var json: JSONValue {
        let members: [JSONValue.Member] = [
            .init(.event), .init(name: "event", value: .string(kind.rawValue)),
            .init(name: "at", value: .string(at)), .init(name: "reader", value: .string(reader)),
        ]
        return .object(members + details)
    }
}
