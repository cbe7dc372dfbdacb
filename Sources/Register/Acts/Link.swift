internal import CardRecord
internal import RecordSeal
internal import RegisterModel
internal import RegisterStore
internal import ThaiIDCard

/// `link` and `unlink`: that one person is another, who got a new number. Nothing is copied between them; the old
/// number finds the new one, until it is undone.
struct Link: RegisterAct {
    private let request: Request
    private let reason: String

    init(_ request: Request) throws(RegisterError) {
        self.request = request
        reason = try request.needed("reason")
    }

    func perform(in session: Session) throws -> Outcome {
        request.act == .link ? try link(session) : try unlink(session)
    }

    private func link(_ session: Session) throws -> Outcome {
        let (tx, people) = (try session.writing(), People(session))
        var old = try people.row(try request.needed("old"))
        let new = try people.row(try request.needed("new"))
        guard old.id != new.id, old.state == .active, new.state == .active else { throw RegisterError(.keptApart) }
        let person = try people.open(old)
        let sealed = person.key.seal(Array(reason.utf8), table: Table.link, row: old.id, packing: false)
        try tx.insert(
            LinkRow(
                person: old.id, replacedBy: new.id, sealed: sealed, officer: session.officer.id ?? 0,
                at: session.now.micros, undone: nil))
        old.state = .replaced
        old.updated = session.now.micros
        try tx.update(old)
        return outcome("link", old.id, new.id, person, session)
    }

    private func unlink(_ session: Session) throws -> Outcome {
        let (tx, people) = (try session.writing(), People(session))
        var old = try people.row(try request.needed("person"))
        guard old.state == .replaced, var link = try tx.links(from: old.id).last(where: { $0.undone == nil }) else {
            throw RegisterError(.entryNotFound, "link")
        }
        link.undone = session.now.micros
        try tx.update(link)
        old.state = .active
        old.updated = session.now.micros
        try tx.update(old)
        return outcome("unlink", old.id, link.replacedBy, try people.open(old), session)
    }

    private func outcome(_ act: String, _ old: RowID, _ new: RowID, _ person: OpenPerson, _ session: Session) -> Outcome
    {
        Outcome(
            Answer.of(act, [("old", .string(old.text)), ("new", .string(new.text))]),
            LogTrace(subject: person.citizenID.map { session.keyring.subject(of: $0) }, count: 1))
    }
}
