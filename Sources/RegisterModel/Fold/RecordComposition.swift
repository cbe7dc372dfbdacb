internal import CardRecord
internal import RegisterStore
internal import ThaiIDCard

/// A record that is put together field by field, in the order of the table, out of what several cards say.
struct RecordComposition {
    private struct Part {
        var statement: Statement
        var origin: CurrentView.Origin
        var source: JSONValue?
    }

    private var parts: [String: Part] = [:]
    /// The photo's name, where it is kept.
    let photo: RowID?

    /// - Parameter cards: newest first.
    init(_ cards: [ObservedCard]) {
        var photo: RowID?
        for field in Field.all {
            guard let (statement, sighting) = Self.choice(of: field, cards) else { continue }
            let observation = sighting.observation
            parts[field.key] = Part(
                statement: statement, origin: .observation(observation.id), source: observation.record)
            if field.key == Field.photo.key, let value = statement.value {
                // A photo may be kept with another read of the same file.
                photo = observation.photo ?? Self.kept(value, cards)
            }
        }
        self.photo = photo
    }

    /// The first card that says something; else what the newest says of why it does not. What was read without a day of
    /// issue may be of several cards, of which the leading sighting's is one.
    private static func choice(
        of field: Field, _ cards: [ObservedCard]
    ) -> (statement: Statement, by: Sighting)? {
        if field.isOfOneCard, let newest = cards.first, newest.issue == nil, let leading = newest.sightings.first {
            return leading.says(field) == .notRead ? nil : (leading.says(field), leading)
        }
        let newest = cards.first?.says(field)
        if field.isOfOneCard { return newest }
        for card in cards {
            if let said = card.says(field), said.statement.saysSomething { return said }
        }
        return newest ?? cards.lazy.compactMap { $0.says(field) }.first
    }

    private static func kept(_ photo: JSONValue, _ cards: [ObservedCard]) -> RowID? {
        let digest = Photo.Part.sha256.rawValue
        return cards.flatMap(\.sightings).filter { $0.says(Field.photo.row).value?[digest] == photo[digest] }
            .compactMap(\.observation.photo).first
    }

    /// Puts what officers say in the place of what cards say.
    mutating func correct(by corrections: [Correction]) {
        for correction in corrections {
            let statement: Statement = correction.value == .null ? .blank : .value(correction.value)
            parts[correction.field] = Part(statement: statement, origin: .correction(correction.id), source: nil)
        }
    }

    var origins: [String: CurrentView.Origin] { parts.mapValues(\.origin) }

    /// The record, without members that the table does not know.
    func record(read: JSONValue) -> JSONValue {
        var members = [
            JSONValue.Member(name: "schema", value: .string(Schema.record.id)),
            JSONValue.Member(name: "read", value: read),
        ]
        var words: [JSONValue.Member] = []
        for group in Field.Group.allCases {
            let own = Field.all.compactMap { field in
                field.group == group ? parts[field.key].map { (field, $0) } : nil
            }
            guard group == .card || !own.isEmpty else { continue }
            // An application that the chip lacks.
            if group != .card, own.allSatisfy({ $1.source?[group.rawValue] == .null }) {
                members.append(.init(name: group.rawValue, value: .null))
                continue
            }
            members.append(
                .init(
                    name: group.rawValue,
                    value: .object(own.map { .init(name: $0.name, value: $1.statement.value ?? .null) })))
            words += own.compactMap { field, part in
                part.statement.word.map { .init(name: field.key, value: .string($0)) }
            }
        }
        members.append(.init(name: "states", value: .object(words)))
        members.append(.init(name: "warnings", value: warnings))
        return .object(members)
    }

    /// Of each field those of the record that it is from.
    private var warnings: JSONValue {
        .array(
            Field.all.flatMap { field -> [JSONValue] in
                guard case .array(let warnings)? = parts[field.key]?.source?["warnings"] else { return [] }
                return warnings.filter { $0["field"]?.string == field.key }
            })
    }
}
