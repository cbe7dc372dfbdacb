internal import CardRecord
internal import RecordSeal
internal import RegisterModel
internal import RegisterStore
internal import ThaiIDCard

/// `show`: one person, as the purpose and the officer's role let them be seen.
struct Show: RegisterAct {
    private let request: Request

    init(_ request: Request) throws(RegisterError) { self.request = request }

    func perform(in session: Session) throws -> Outcome {
        let people = People(session)
        let row = try people.asked(request)
        let moment = try request.text("at").map { text throws(RegisterError) in
            guard let day = CalendarDay(startOf: text) else { throw RegisterError(.badArgument, "at") }
            return RegisterTime(endOf: day)
        }
        let person = try people.open(row, at: moment)
        guard let view = person.view else { throw RegisterError(.personNotFound) }
        if request.flag("unmask"), !Act.unmask.isAllowed(to: session.officer.roles) {
            throw RegisterError(.role, Act.unmask.rawValue, session.officer.account)
        }
        let fields = try asked(session)
        let photo = fields.contains { $0.key == Field.photo.key } ? try photo(of: person, view, session) : nil
        let record = try Shown(session, masks: !request.flag("unmask")).record(of: view, fields: fields, photo: photo)
        let shown = fields.map(\.key).filter { key in
            Field.all.contains { $0.key == key && record[$0.group.rawValue]?[$0.name] != nil }
        }
        return Outcome(
            Answer.of(
                "show",
                [
                    ("person", .string(row.id.text)), ("record", record), ("flags", Shown.flags(of: view)),
                    ("sources", Self.sources(person, view)),
                    ("firstKnown", .string(RegisterTime(micros: row.created).text)),
                    ("updated", .string(RegisterTime(micros: row.updated).text)),
                    ("visits", .array(try Self.visits(of: row.id, session))),
                    (
                        "replaces",
                        .array(
                            try session.reading.links(to: row.id).filter { $0.undone == nil }.map {
                                .string($0.person.text)
                            })
                    ),
                ]),
            LogTrace(subject: person.citizenID.map { session.keyring.subject(of: $0) }, fields: shown, count: 1))
    }

    /// The fields that were asked for, or all of the purpose's; one that the purpose has not is refused.
    private func asked(_ session: Session) throws -> [Field] {
        let shown = Shown(session, masks: true)
        guard let keys = try request.texts("fields") else { return Field.all.filter(shown.allows) }
        return try keys.map { key throws(RegisterError) in
            guard let field = Field.all.first(where: { $0.key == key }) else { throw .init(.badArgument, "fields") }
            guard shown.allows(field) else { throw .init(.fieldNotAllowed, key, session.purpose?.code ?? "") }
            return field
        }
    }

    private func photo(of person: OpenPerson, _ view: CurrentView, _ session: Session) throws -> [UInt8]? {
        guard let id = view.photo, let row = try session.reading.photo(id) else { return nil }
        return try person.key.open(row.sealed, table: Table.photo, row: id)
    }

    /// Where what is shown comes from, one line an observation that something still stands of.
    private static func sources(_ person: OpenPerson, _ view: CurrentView) -> JSONValue {
        let used = Dictionary(grouping: view.origins.keys) { view.origins[$0] }
        return .array(
            person.sightings.compactMap { observation in
                guard let fields = used[.observation(observation.id)] else { return nil }
                return [
                    "kind": .string(observation.kind.name),
                    "observed": .string(RegisterTime(micros: observation.observed).text),
                    "fields": .array(fields.sorted().map { .string($0) }),
                ]
            }
                + person.corrections.compactMap { correction in
                    guard used[.correction(correction.id)] != nil else { return nil }
                    return [
                        "kind": "correction", "observed": .string(RegisterTime(micros: correction.at).text),
                        "fields": .array([.string(correction.field)]), "reason": .string(correction.reason),
                        "officer": .string(correction.officer),
                    ]
                })
    }

    /// When somebody came, and what for; the newest first.
    static func visits(of person: RowID, _ session: Session, limit: Int = 20) throws -> [JSONValue] {
        let purposes = Dictionary(try session.reading.purposes().map { ($0.id, $0.code) }) { first, _ in first }
        let desks = Dictionary(try session.reading.desks().map { ($0.id, $0.name) }) { first, _ in first }
        return try session.reading.visits(of: person, limit: limit).map { visit in
            [
                "at": .string(RegisterTime(micros: visit.at).text), "purpose": JSONValue(purposes[visit.purpose]),
                "desk": JSONValue(visit.desk.flatMap { desks[$0] }),
            ]
        }
    }
}
