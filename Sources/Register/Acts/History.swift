internal import CardRecord
internal import RecordSeal
internal import RegisterModel
internal import RegisterStore
internal import ThaiIDCard

/// `history` and `changes`: what became known of a person when, and what of it changed.
struct History: RegisterAct {
    private let request: Request

    init(_ request: Request) throws(RegisterError) { self.request = request }

    func perform(in session: Session) throws -> Outcome {
        let row = try People(session).asked(request)
        let person = try People(session).open(row)
        let shown = Shown(session, masks: !request.flag("unmask"))
        let changes = Change.all(person.sightings, decisions: person.decisions)
            .filter { change in Field.all.contains { $0.key == change.field && shown.allows($0) } }
        let lines = changes.map { change -> JSONValue in
            [
                "field": .string(change.field), "before": Self.masked(change.before, change.field),
                "after": Self.masked(change.after, change.field), "valid": JSONValue(change.valid),
                "known": .string(RegisterTime(micros: change.known).text),
            ]
        }
        let trace = LogTrace(
            subject: person.citizenID.map { session.keyring.subject(of: $0) },
            fields: Set(changes.map { $0.field }).sorted(), count: lines.count)
        guard request.act == .history else {
            return Outcome(Answer.of("changes", [("person", .string(row.id.text)), ("changes", .array(lines))]), trace)
        }
        let cards = person.observations.sorted { ($0.observed, $0.id) < ($1.observed, $1.id) }.map {
            observation -> JSONValue in
            [
                "kind": .string(observation.kind.name),
                "observed": .string(RegisterTime(micros: observation.observed).text),
                "received": .string(RegisterTime(micros: observation.received).text),
                "issueDate": observation.record[Field.issueDate]?["iso"] ?? .null,
                "source": observation.record["read"]?["source"] ?? .null,
                "typed": observation.record["typed"] ?? .null,
            ]
        }
        return Outcome(
            Answer.of(
                "history",
                [
                    ("person", .string(row.id.text)), ("observations", .array(cards)), ("changes", .array(lines)),
                    ("visits", .array(try Show.visits(of: row.id, session, limit: 100))),
                    ("corrections", .array(corrections(of: person, shown))),
                    ("links", .array(try links(of: row.id, session))),
                ]), trace)
    }

    /// What officers have said otherwise than the card, the newest first.
    private func corrections(of person: OpenPerson, _ shown: Shown) -> [JSONValue] {
        person.corrections.filter { correction in
            Field.all.contains { $0.key == correction.field && shown.allows($0) }
        }.sorted { ($0.at, $0.id) > ($1.at, $1.id) }.map { correction in
            [
                "field": .string(correction.field), "value": Self.masked(correction.value, correction.field),
                "reason": .string(correction.reason), "officer": .string(correction.officer),
                "at": .string(RegisterTime(micros: correction.at).text),
                "ended": JSONValue(correction.ended.map { RegisterTime(micros: $0).text }),
            ]
        }
    }

    private func links(of person: RowID, _ session: Session) throws -> [JSONValue] {
        try (session.reading.links(from: person) + session.reading.links(to: person)).map { link in
            [
                "person": .string(link.person.text), "replacedBy": .string(link.replacedBy.text),
                "at": .string(RegisterTime(micros: link.at).text),
                "undone": JSONValue(link.undone.map { RegisterTime(micros: $0).text }),
            ]
        }
    }

    /// A history tells that a number was another one, not which.
    private static func masked(_ value: JSONValue?, _ key: String) -> JSONValue {
        guard let value else { return .null }
        guard let field = Field.all.first(where: { $0.key == key }), field.sensitivity == .identifier,
            let text = value.string
        else { return value }
        return .string(CitizenID.mask(text))
    }
}
