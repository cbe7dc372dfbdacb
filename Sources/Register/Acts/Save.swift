internal import CardRecord
internal import RecordSeal
internal import RegisterModel
internal import RegisterStore
internal import ThaiIDCard

/// `save` and `add`: what one source said of a person at one time, and that somebody came.
///
/// Nothing is lost and nothing is there twice: a read is known by its name, and a record without one by what it says
/// and when. What a purpose does not need is dropped before anything is kept.
struct Save: RegisterAct {
    private let record: JSONRecord
    private let kind: SourceKind
    private let reason: String?
    private let keepsPhoto: Bool
    /// Whether the record says when it was read; one that does not was read at some time before.
    private let isDated: Bool

    init(_ request: Request) throws(RegisterError) {
        // The kind is not asked: who may save what a card said may not say that somebody typed it.
        try self.init(
            request.arguments["record"], kind: request.act == .add ? .typed : .card,
            reason: request.act == .add ? try request.needed("reason") : nil, keepsPhoto: request.flag("keepPhoto"))
    }

    init(
        _ json: JSONValue?, kind: SourceKind, reason: String? = nil, keepsPhoto: Bool = false, isDated: Bool = true
    ) throws(RegisterError) {
        guard let json else { throw .init(.badRecord, "JSON") }
        do throws(RecordSyntaxError) {
            record = try JSONRecord(json: json)
        } catch {
            throw .init(.badRecord, error.key)
        }
        guard record.wholeCitizenID != nil else { throw .init(.badRecord, Field.citizenID.key) }
        guard RegisterTime(record: json["read"]?["at"]?.string ?? "") != nil else { throw .init(.badRecord, "read.at") }
        (self.kind, self.reason, self.keepsPhoto, self.isDated) = (kind, reason, keepsPhoto, isDated)
    }

    /// Whose record it is, as the log has it.
    func subject(_ keyring: Keyring) -> String? { record.wholeCitizenID.map { keyring.subject(of: $0.digits) } }

    func perform(in session: Session) throws -> Outcome {
        let tx = try session.writing()
        guard let purpose = session.purpose, let citizenID = record.wholeCitizenID?.digits,
            let read = RegisterTime(record: record.json["read"]?["at"]?.string ?? "")
        else { throw RegisterError(.badRecord, Field.citizenID.key) }
        let kept = Kept(record, purpose: purpose, keepsPhoto: keepsPhoto, session.keyring)
        let visit = visitID(kept, read)
        let subject = session.keyring.subject(of: citizenID)
        if let before = try tx.visit(visit) {
            return Outcome(
                answer(before.person, "again", changed: [], flags: []),
                LogTrace(subject: subject, count: 0, result: "already"))
        }
        try refuseErased(citizenID, readAt: read, in: tx, session)
        let person = try PersonPlace(session).forSave(citizenID)
        let before = person.isNew ? nil : try People(session).open(person.row).view
        let observation = try Observing(session, person).put(kept, kind: kind, at: read, reason: reason)
        // Whoever has said nothing new is as they were, and found by the same.
        let view = observation.isNew ? try People(session).open(person.row).view : before
        guard let view else { throw RegisterError(.boxDamaged) }
        if observation.isNew {
            try IndexPlace(tx: tx, keyring: session.keyring).put(view, of: person.row.id, in: person.block)
        }
        var row = person.row
        row.updated = session.now.micros
        try tx.update(row)
        let changed = Self.changed(before, view)
        try tx.insert(
            VisitRow(
                id: visit, person: row.id, observation: observation.id, at: read.micros, desk: try session.desk(),
                purpose: purpose.id, officer: session.officer.id, outcome: observation.isNew ? 1 : 2))
        return Outcome(
            answer(
                row.id, person.isNew ? "new" : changed.isEmpty ? "known" : "changed", changed: changed,
                flags: view.flags.map(\.rawValue).sorted()),
            LogTrace(subject: subject, count: 1))
    }

    private func answer(_ person: RowID?, _ outcome: String, changed: [String], flags: [String]) -> JSONValue {
        Answer.of(
            "save",
            [
                ("person", JSONValue(person?.text)), ("outcome", .string(outcome)),
                ("changed", .array(changed.map { .string($0) })), ("flags", .array(flags.map { .string($0) })),
            ])
    }

    /// By the read's own name, else by content and time.
    private func visitID(_ kept: Kept, _ read: RegisterTime) -> RowID {
        if let id = record.json["read"]?["id"]?.string.flatMap({ ReadID($0) }), let row = RowID(id) { return row }
        return kept.contentKey(at: isDated ? read : nil)
    }

    /// A card that was read before its holder was erased must not bring them back.
    private func refuseErased(
        _ citizenID: String, readAt read: RegisterTime, in tx: any StoreWriting, _ session: Session
    ) throws {
        let key = session.keyring.erasureKey(of: citizenID)
        if let erased = try tx.lastErasure(of: key), !isDated || read.micros <= erased.at {
            throw RegisterError(.erasedSince)
        }
    }

    /// Keys of the fields that say something else than before.
    private static func changed(_ before: CurrentView?, _ after: CurrentView) -> [String] {
        guard let before else { return [] }
        return Field.all.filter { $0.kind != .photo }.filter { field in
            let (old, new) = (
                before.record[field.group.rawValue]?[field.name], after.record[field.group.rawValue]?[field.name]
            )
            return (old ?? .null) != (new ?? .null)
        }.map(\.key)
    }
}
