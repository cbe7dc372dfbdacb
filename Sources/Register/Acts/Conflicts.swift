internal import CardRecord
internal import RecordSeal
internal import RegisterModel
internal import RegisterStore
internal import ThaiIDCard

/// `conflicts`: cards of one number that say another name and another birth date, for a person to decide.
struct Conflicts: RegisterAct {
    private static let page = 500
    private let request: Request

    init(_ request: Request) throws(RegisterError) { self.request = request }

    func perform(in session: Session) throws -> Outcome {
        if try request.text("observation") != nil { return try decide(session) }
        var lines: [JSONValue] = []
        let shown = Shown(session, masks: true)
        var last: RowID?
        while true {
            let rows = try session.reading.persons(after: last, limit: Self.page)
            guard let end = rows.last else { break }
            last = end.id
            for row in rows where row.state == .active {
                let observations = try session.reading.observations(of: row.id)
                guard observations.count > 1 else { continue }
                let person = try People(session).open(row)
                guard let view = person.view, let summary = shown.summary(of: person) else { continue }
                lines += try view.conflicts.map { id in
                    guard let other = person.observations.first(where: { $0.id == id }) else {
                        throw RegisterError(.boxDamaged)
                    }
                    return [
                        "observation": .string(id.text), "known": summary,
                        "other": [
                            "nameThai": other.record[Field.nameThai] ?? .null,
                            "birthDate": other.record[Field.birthDate] ?? .null,
                            "observed": .string(RegisterTime(micros: other.observed).text),
                        ],
                    ]
                }
            }
        }
        return Outcome(
            Answer.of("conflicts", [("conflicts", .array(lines))]),
            LogTrace(fields: lines.isEmpty ? [] : Shown.summaryFields, count: lines.count))
    }

    private func decide(_ session: Session) throws -> Outcome {
        let tx = try session.writing()
        let reason = try request.needed("reason")
        guard let id = RowID(text: try request.needed("observation")), let row = try tx.observation(id),
            let person = try tx.person(row.person)
        else { throw RegisterError(.entryNotFound, "conflict") }
        let open = try People(session).open(person)
        // Whoever decided wrongly decides again; the latest word holds.
        guard open.view?.conflicts.contains(id) ?? false || open.decisions.contains(where: { $0.observation == id })
        else { throw RegisterError(.entryNotFound, "conflict") }
        let accepts = request.flag("accept")
        try tx.insert(
            DecisionRow(
                observation: id, person: person.id, accepts: accepts,
                sealed: open.key.seal(Array(reason.utf8), table: Table.decision, row: id, packing: false),
                officer: session.officer.id ?? 0, at: session.now.micros))
        try Reindexing(session).put(person)
        return Outcome(
            Answer.of("conflicts", [("person", .string(person.id.text)), ("accepted", .bool(accepts))]),
            LogTrace(subject: open.citizenID.map { session.keyring.subject(of: $0) }, count: 1))
    }
}
