extension Field {
    /// A field by a name that the compiler knows, and the type of its value with it.
    ///
    /// Rows of the table are made of handles, so that a field's name stands once. The handles are named like the
    /// properties of `IDCard`: `Field.citizenID`, `Field.Chip.laserNumber`, `Field.Health.issueDate`.
    package struct Handle<Value: Sendable>: Sendable {
        /// The field's name within its group.
        package let name: String
        /// The part of the record that holds the field.
        package let group: Group
        /// The name by which scripts ask for the field.
        package let key: String

        let path: any WritableKeyPath<IDCard, FieldState<Value>> & Sendable

        init(
            _ name: String, in group: Group = .card, _ path: any WritableKeyPath<IDCard, FieldState<Value>> & Sendable
        ) {
            self.name = name
            self.group = group
            self.path = path
            key = group == .card ? name : "\(group.rawValue).\(name)"
        }

        /// The field's row.
        package var row: Field {
            guard let row = Field.named(key) else { preconditionFailure("The table has no row of \(key).") }
            return row
        }

        /// What the field says on a card.
        package func state(in card: IDCard) -> FieldState<Value> { card[keyPath: path] }
    }

    /// The rows of some fields, in the order of the table.
    package static func rows<each Value>(_ handles: repeat Handle<each Value>) -> [Field] {
        var keys: Set<String> = []
        for handle in repeat each handles { keys.insert(handle.key) }
        return all.filter { keys.contains($0.key) }
    }
}

extension Field.Handle: Hashable {
    package static func == (one: Self, other: Self) -> Bool { one.key == other.key }
    package func hash(into hasher: inout Hasher) { hasher.combine(key) }
}
