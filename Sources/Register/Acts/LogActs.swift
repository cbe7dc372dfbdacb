internal import AuditLog
internal import CardRecord
internal import RecordSeal
internal import RegisterModel
internal import RegisterStore
internal import SmartCard

/// `log show|export|verify|checkpoint`: what the log says, and whether it is whole.
struct LogActs: RegisterAct {
    private let request: Request

    init(_ request: Request) throws(RegisterError) { self.request = request }

    func perform(in session: Session) throws -> Outcome {
        switch request.act {
        case .logVerify: try verify(session)
        case .checkpoint: try checkpoint(session)
        default: try entries(session)
        }
    }

    /// The newest lines, or all of them; in the order in which they were written.
    private func entries(_ session: Session) throws -> Outcome {
        let all = try LogReading.count(in: session.reading)
        let isAll = request.act == .logExport
        let count = isAll ? all : min(all, max(0, try request.number("limit") ?? 50))
        return Outcome(
            Answer.of("log", [("entries", .integer(all)), ("told", .integer(count))]), LogTrace(count: count)
        ) { tx, emit in
            var passed = 0
            try LogReading.forEach(in: tx) { row in
                passed += 1
                guard passed > all - count, passed <= all else { return }
                guard let entry = JSONValue(parsing: Array(row.entry.utf8)) else { throw RegisterError(.logBroken) }
                try emit(isAll ? Self.whole(row) : entry)
            }
        }
    }

    /// A line with what chains it, for whoever reckons it again elsewhere.
    private static func whole(_ row: LogRow) -> JSONValue {
        [
            "at": .integer(Int(row.at)), "entry": .string(row.entry),
            "previous": .string(Hex.encode(row.previous).lowercased()),
            "hash": .string(Hex.encode(row.hash).lowercased()),
        ]
    }

    private func verify(_ session: Session) throws -> Outcome {
        let reading = session.reading
        // A day that is over needs one, and nobody has come since.
        try Log(register: session.register, now: session.now).checkpointWhereDue(in: try session.writing())
        let notes = try reading.checkpoints().map(\.note)
        var verifier = LogVerifier(
            publicKey: session.keyring.signer.publicKey, checkpoints: notes,
            outside: try request.texts("outside") ?? [],
            now: session.now.micros)
        var count = 0
        try LogReading.forEach(in: reading) { row in
            count += 1
            verifier.take(
                writer: row.writer, n: row.n, at: row.at, previous: row.previous, hash: row.hash, entry: row.entry)
        }
        let findings = verifier.finish()
        let broken = findings.filter(\.isDamage)
        return Outcome(
            Answer.of(
                "log",
                [
                    ("entries", .integer(count)), ("checkpoints", .integer(notes.count)),
                    ("outside", .integer(try request.texts("outside")?.count ?? 0)),
                    ("findings", .array(findings.map { FindingAnswer.json($0) })), ("whole", .bool(broken.isEmpty)),
                ]), LogTrace(count: count, result: broken.isEmpty ? "ok" : "log-broken"))
    }

    private func checkpoint(_ session: Session) throws -> Outcome {
        let tx = try session.writing()
        guard let row = try Log(register: session.register, now: session.now).checkpoint(in: tx) else {
            throw RegisterError(.entryNotFound, "log")
        }
        if let place = try request.text("sent") { try tx.markSent(n: row.n, to: place) }
        return Outcome(
            Answer.of(
                "checkpoint",
                [
                    ("n", .integer(row.n)), ("note", .string(row.note)),
                    ("key", .string(session.keyring.signer.verifierKey)),
                ]), LogTrace(count: row.n))
    }
}
