package import CardRecord
internal import ThaiIDCard

/// What the register says of a record that it has saved. Nothing of the record is in it.
package struct SaveAnswer: Hashable, Sendable {
    /// What it means for the register. The raw values are those of its answer.
    package enum Outcome: String, Sendable, CaseIterable {
        /// Nobody had this citizen ID before.
        case new
        /// The person is known, and the record says the same.
        case known
        /// The person is known, and the record says something else.
        case changed
        /// This very read was saved before.
        case again
        /// Saved; a register of a later release says what this one cannot tell.
        case saved
    }

    /// What is to be known of the person from now on. The raw values are those of its answer.
    package enum Flag: String, Sendable, CaseIterable {
        case nameChanged = "name-changed"
        case addressChanged = "address-changed"
        case reissued = "re-issued"
        case olderCard = "older-card"
        case expired
        case identityConflict = "identity-conflict"
    }

    package let outcome: Outcome
    /// Keys of the fields that were something else before.
    package let changed: [String]
    package let flags: [Flag]

    package init(_ outcome: Outcome, changed: [String] = [], flags: [Flag] = []) {
        (self.outcome, self.changed, self.flags) = (outcome, changed, flags)
    }

    /// Reads the answer to a record that was saved, whatever it is.
    package init(_ answer: [UInt8]) {
        let line = answer.split(separator: UInt8(ascii: "\n")).last ?? []
        self.init(json: JSONValue(parsing: Array(line)) ?? .null)
    }

    /// Reads what `json` gives; what is not known is passed over.
    package init(json: JSONValue) {
        outcome = json["outcome"]?.string.flatMap(Outcome.init(rawValue:)) ?? .saved
        changed = Self.texts(json["changed"]).filter { Field.named($0) != nil }
        flags = Self.texts(json["flags"]).compactMap(Flag.init(rawValue:))
    }

    /// It as members of an event.
    package var json: JSONValue {
        [
            "outcome": .string(outcome.rawValue), "changed": .array(changed.map(JSONValue.string)),
            "flags": .array(flags.map { .string($0.rawValue) }),
        ]
    }

    private static func texts(_ json: JSONValue?) -> [String] {
        guard case .array(let values)? = json else { return [] }
        return values.compactMap(\.string)
    }
}
