internal import CardRecord
internal import RecordSeal
internal import RegisterModel
internal import RegisterStore
internal import ThaiIDCard

/// `correct`: what an officer knows better than the card, with the reason; it ends when a newer card comes, or is
/// taken back.
struct Correct: RegisterAct {
    private let request: Request
    private let field: Field
    private let reason: String

    init(_ request: Request) throws(RegisterError) {
        self.request = request
        let key = try request.needed("field")
        guard let field = Correction.fields.first(where: { $0.key == key }) else { throw .init(.badArgument, "field") }
        self.field = field
        reason = try request.needed("reason")
    }

    func perform(in session: Session) throws -> Outcome {
        let tx = try session.writing()
        let people = People(session)
        let row = try people.asked(request)
        let person = try people.open(row)
        let trace = LogTrace(
            subject: person.citizenID.map { session.keyring.subject(of: $0) }, fields: [field.key], count: 1)
        let standing = try tx.corrections(of: row.id).filter { $0.field == field.key && $0.ended == nil }
        for var correction in standing {
            correction.ended = session.now.micros
            try tx.update(correction)
        }
        if request.flag("remove") {
            guard !standing.isEmpty else { throw RegisterError(.entryNotFound, field.key) }
        } else {
            guard let value = request.arguments["value"], fits(value, person) else {
                throw RegisterError(.badArgument, "value")
            }
            let id = RowID.new(at: session.now.micros)
            let body: JSONValue = ["value": value, "reason": .string(reason)]
            try tx.insert(
                CorrectionRow(
                    id: id, person: row.id, field: field.key,
                    sealed: person.key.seal(
                        Array(body.line.utf8), table: Table.correction, row: id, packing: true),
                    officer: session.officer.id ?? 0, at: session.now.micros, ended: nil))
        }
        try Reindexing(session).put(row)
        return Outcome(Answer.of("correct", [("person", .string(row.id.text)), ("field", .string(field.key))]), trace)
    }

    /// Whether a record could hold the value in that field.
    private func fits(_ value: JSONValue, _ person: OpenPerson) -> Bool {
        guard let view = person.view else { return false }
        let record = view.record.replacing(field, with: value)
        return (try? JSONRecord(json: ObservedText.whole(record, photo: nil)).model()) != nil
    }
}

/// Writes anew what a person is found by, after something about them has changed.
struct Reindexing {
    private let session: Session

    init(_ session: Session) { self.session = session }

    func put(_ row: PersonRow) throws {
        let tx = try session.writing()
        guard let view = try People(session).open(row).view else { throw RegisterError(.boxDamaged) }
        let block = try People(session).key(of: row.id).row.block
        try IndexPlace(tx: tx, keyring: session.keyring).put(view, of: row.id, in: block)
        var row = row
        row.updated = session.now.micros
        try tx.update(row)
    }
}

extension JSONValue {
    /// A record with another value in a field.
    func replacing(_ field: Field, with value: JSONValue) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(
            members.map { member in
                guard member.name == field.group.rawValue, case .object(let own) = member.value else { return member }
                let rest = own.filter { $0.name != field.name }
                return .init(name: member.name, value: .object(rest + [.init(name: field.name, value: value)]))
            })
    }
}
