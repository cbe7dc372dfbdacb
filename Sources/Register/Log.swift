internal import AuditLog
internal import CardRecord
internal import RecordSeal
internal import RegisterModel
internal import RegisterStore

/// What an act leaves in the log.
struct LogTrace {
    /// The keyed hash of the citizen ID that it was about.
    var subject: String?
    /// Keys of the fields that were told.
    var fields: [String] = []
    /// How many people or lines.
    var count = 0
    var result = "ok"
    var digest: String?
}

/// The register's log, whose lines come with what they speak of.
///
/// On one machine there is one chain: all who write take turns in the store. A new one begins where a restore has lost
/// lines that somebody else knows of.
struct Log {
    /// After so many entries there is a checkpoint on any day.
    private static let most = 1_000

    let register: Register
    let now: RegisterTime

    /// The chain that is written to.
    static func writer(in tx: any StoreReading) throws -> Int { try Setting.number(Setting.writer, in: tx) ?? 1 }

    /// Adds an act's line; before the first of a day, a checkpoint of all before.
    func append(_ trace: LogTrace, of request: Request, by officer: Officer, in tx: any StoreWriting) throws {
        try checkpointWhereDue(in: tx)
        let writer = try Self.writer(in: tx)
        let last = try tx.lastLog(writer: writer)
        let entry = LogEntry(
            at: now.micros, account: officer.account, officer: officer.shift,
            role: officer.roles.names.first ?? "none", act: request.act.rawValue, purpose: request.purpose,
            reference: request.reference, subject: trace.subject, fields: trace.fields.isEmpty ? nil : trace.fields,
            count: trace.count, result: trace.result, sheet: nil, digest: trace.digest)
        let n = (last?.n ?? 0) + 1
        let line = entry.line(writer: writer, n: n)
        let previous = last?.hash ?? LogChain.start
        try tx.append(
            LogRow(
                writer: writer, n: n, at: now.micros, previous: previous,
                hash: LogChain.hash(previous: previous, line: line), entry: line))
    }

    /// Signs what days that are over, or many entries, have come to, where nobody has.
    func checkpointWhereDue(in tx: any StoreWriting) throws {
        let writer = try Self.writer(in: tx)
        guard let last = try tx.lastLog(writer: writer) else { return }
        let covered = try Setting.number(Setting.covered(writer), in: tx) ?? 0
        guard last.n > covered else { return }
        let isOver = RegisterTime(micros: last.at).thaiDayNumber < now.thaiDayNumber
        if isOver || last.n - covered >= Self.most { _ = try checkpoint(in: tx) }
    }

    /// Signs what the log has come to; the newest checkpoint, where that says it already.
    ///
    /// - Parameter restartingAfter: the newest note that is known of chains of which lines are lost.
    func checkpoint(in tx: any StoreWriting, restartingAfter lost: String? = nil) throws -> CheckpointRow? {
        let heads = try tx.writers().compactMap { writer in
            try tx.lastLog(writer: writer).map { Checkpoint.Head(writer: writer, size: $0.n, hash: $0.hash) }
        }
        let before = try tx.lastCheckpoint()
        let isNew = try heads.contains { try $0.size > Setting.number(Setting.covered($0.writer), in: tx) ?? 0 }
        guard isNew || lost != nil else { return before }
        let remarks: [Checkpoint.Remark] =
            (register.mode.isOpen ? [.fourEyesOff] : []) + (lost == nil ? [] : [.restarted])
        let checkpoint = Checkpoint(
            origin: register.keyring.signer.origin, heads: heads.sorted { $0.writer > $1.writer }, at: now.micros,
            previous: (lost ?? before?.note).map { Checkpoint.hash(of: $0) }, remarks: remarks)
        let row = CheckpointRow(
            n: (before?.n ?? 0) + 1, note: checkpoint.note(signedBy: register.keyring.signer), sent: nil)
        try tx.insert(row)
        for head in heads {
            try tx.setSetting(Setting.covered(head.writer), to: Array("\(head.size)".utf8))
        }
        return row
    }
}
