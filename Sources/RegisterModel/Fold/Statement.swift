internal import CardRecord
internal import ThaiIDCard

/// What a record says of one field.
enum Statement: Hashable {
    /// Nobody asked.
    case notRead
    /// It could not be had; the record's word for it.
    case failed(String)
    /// There is nothing.
    case blank
    /// This, of which a part is open.
    case partial(JSONValue)
    /// This.
    case value(JSONValue)

    init(of field: Field, in record: JSONValue) {
        guard let group = record[field.group.rawValue] else {
            self = .notRead
            return
        }
        let word = record["states"]?[field.key]?.string
        switch (word, group == .null ? .null : group[field.name]) {
        case (_, nil): self = .notRead
        case ("failed"?, _), ("notRecorded"?, _): self = .failed(word ?? "")
        case (_, .null?): self = .blank
        case ("partial"?, let value?): self = .partial(value)
        case (_, let value?): self = .value(value)
        }
    }

    /// Among statements of one card the stronger holds: what could be read before what could not.
    var strength: Int {
        switch self {
        case .notRead: 0
        case .failed: 1
        case .blank: 2
        case .partial: 3
        case .value: 4
        }
    }

    /// Whether the card says something, be it that there is nothing.
    var saysSomething: Bool { strength >= 2 }

    /// What it says; `nil` where that is nothing.
    var value: JSONValue? {
        switch self {
        case .value(let value), .partial(let value): value
        case .notRead, .failed, .blank: nil
        }
    }

    /// The record's word for it.
    var word: String? {
        switch self {
        case .notRead, .value: nil
        case .failed(let word): word
        case .blank: "blank"
        case .partial: "partial"
        }
    }
}
