internal import CardRecord
internal import RecordSeal
internal import RegisterModel
internal import RegisterStore
internal import ThaiIDCard

/// `erase`: takes a person out, for good: the key is gone, so every copy of the data is noise; that somebody was
/// there, and when, still counts.
struct Erase: RegisterAct {
    private let request: Request

    init(_ request: Request) throws(RegisterError) {
        self.request = request
        _ = try request.needed("reason")
    }

    func perform(in session: Session) throws -> Outcome {
        let row = try People(session).asked(request)
        let subject = try Eraser(session).eraseWithFormer(row)
        return Outcome(
            leavesNothing: true, Answer.of("erase", [("person", .string(row.id.text))]),
            LogTrace(subject: subject, count: 1))
    }
}

/// `purge`: takes out everybody of whom the last purpose has run out.
struct Purge: RegisterAct {
    private static let page = 500
    private let request: Request

    init(_ request: Request) throws(RegisterError) { self.request = request }

    func perform(in session: Session) throws -> Outcome {
        let days = Dictionary(try session.reading.purposes().map { ($0.id, ($0.days, $0.code)) }) { first, _ in first }
        var (due, last): ([PersonRow], RowID?) = ([], nil)
        var byPurpose: [String: Int] = [:]
        let only = session.purpose?.code
        while true {
            let rows = try session.reading.persons(after: last, limit: Self.page)
            guard let end = rows.last else { break }
            last = end.id
            // Whoever was linked goes with the person they are.
            for row in rows where row.state == .active {
                let visits = try ([row] + People(session).former(of: row.id)).flatMap {
                    try session.reading.lastVisits(of: $0.id)
                }
                let terms = visits.compactMap { visit in days[visit.purpose].map { (days: $0.0, at: visit.at) } }
                guard Retention.isDue(lastVisits: terms, at: session.now.micros),
                    let code = visits.max(by: { $0.at < $1.at }).flatMap({ days[$0.purpose]?.1 }),
                    only == nil || only == code
                else { continue }
                due.append(row)
                byPurpose[code, default: 0] += 1
            }
        }
        if !request.flag("dryRun") { for row in due { _ = try Eraser(session).eraseWithFormer(row) } }
        let counts = byPurpose.sorted { $0.key < $1.key }.map {
            JSONValue.Member(name: $0.key, value: .integer($0.value))
        }
        return Outcome(
            leavesNothing: !request.flag("dryRun") && !due.isEmpty,
            Answer.of(
                "purge",
                [
                    ("people", .integer(due.count)), ("byPurpose", .object(counts)),
                    ("dryRun", .bool(request.flag("dryRun"))),
                ]),
            LogTrace(count: due.count, result: request.flag("dryRun") ? "dry-run" : "ok"))
    }
}

/// Takes people out of the store.
struct Eraser {
    private let session: Session

    init(_ session: Session) { self.session = session }

    /// Takes a person out, with whom they were under earlier numbers.
    func eraseWithFormer(_ row: PersonRow) throws -> String? {
        for former in try People(session).former(of: row.id) { _ = try erase(former) }
        return try erase(row)
    }

    /// Takes a person out; gives what the log calls them.
    func erase(_ row: PersonRow) throws -> String? {
        let tx = try session.writing()
        let citizenID = try People(session).open(row).citizenID
        // On the list first: a restored copy is told by it who is no more, by the row and by the number.
        let writer = try Log.writer(in: tx)
        let last = try tx.lastLog(writer: writer)?.n ?? 0
        for subject in [row.id] + (citizenID.map { [session.keyring.erasureKey(of: $0)] } ?? []) {
            try tx.insert(ErasureRow(subject: subject, at: session.now.micros, writer: writer, n: last + 1))
        }
        try Self.forget(row, in: tx, session.keyring, at: session.now)
        return citizenID.map { session.keyring.subject(of: $0) }
    }

    /// Takes key, index entry and contents of a person away; what remains is that there was one.
    static func forget(_ row: PersonRow, in tx: any StoreWriting, _ keyring: Keyring, at now: RegisterTime) throws {
        if let key = try tx.personKey(row.id) {
            try IndexPlace(tx: tx, keyring: keyring).remove(row.id, from: key.block)
            try tx.deletePersonKey(row.id)
        }
        try tx.deleteContents(of: row.id)
        var row = row
        (row.citizenKey, row.state, row.updated) = (nil, .erased, now.micros)
        try tx.update(row)
    }
}
