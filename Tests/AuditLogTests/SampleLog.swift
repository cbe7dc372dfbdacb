import AuditLog
import TestSupport

/// A log as a register writes it: a checkpoint at the first entry of a new Thai day for all before, and at every
/// thousandth.
struct SampleLog {
    struct Row {
        var writer: Int
        var n: Int
        var at: Int64
        var previous: [UInt8]
        var hash: [UInt8]
        var entry: String
    }

    static let signer = CheckpointSigner(store: "0192f0c1-6a00-7000-8000-000000000001", seed: Array(0..<32))
    static let stranger = CheckpointSigner(store: "0192f0c1-6a00-7000-8000-000000000001", seed: Array(1..<33))
    /// 2026-11-23T01:00:00Z, eight o'clock in Thailand.
    static let start: Int64 = 1_795_395_600_000_000
    static let minute: Int64 = 60_000_000
    static let day = 1_440 * minute

    private(set) var rows: [Row] = []
    private(set) var notes: [String] = []
    /// For how many rows each note speaks.
    private(set) var sizes: [Int] = []
    /// What time it is when it is looked at.
    var now = start

    /// So many entries of one writer, a minute apart.
    init(_ count: Int, seed: UInt64 = 1, start: Int64 = Self.start) {
        var generator = SeededGenerator(seed: seed)
        now = start
        add(count, using: &generator)
    }

    mutating func add(
        _ count: Int, writer: Int = 1, signedBy signer: CheckpointSigner = Self.signer, makesCheckpoints: Bool = true,
        using generator: inout SeededGenerator
    ) {
        for _ in 0..<count {
            now += Self.minute
            let isNewDay = rows.last.map { LogTime.thaiDay(of: $0.at) < LogTime.thaiDay(of: now) } ?? false
            if makesCheckpoints, isNewDay { addCheckpoint(signedBy: signer) }
            add(Self.entry(at: now, using: &generator), writer: writer)
            if makesCheckpoints, rows.count.isMultiple(of: 1_000) { addCheckpoint(signedBy: signer) }
        }
    }

    mutating func add(_ entry: LogEntry, writer: Int = 1) {
        let last = rows.last { $0.writer == writer }
        let (n, previous) = ((last?.n ?? 0) + 1, last?.hash ?? LogChain.start)
        let line = entry.line(writer: writer, n: n)
        rows.append(
            Row(
                writer: writer, n: n, at: entry.at, previous: previous,
                hash: LogChain.hash(previous: previous, line: line), entry: line))
    }

    mutating func addCheckpoint(
        signedBy signer: CheckpointSigner = Self.signer, remarks: [Checkpoint.Remark] = [], previous: [UInt8]? = nil
    ) {
        let heads = Set(rows.map(\.writer)).sorted().compactMap { writer in
            rows.last { $0.writer == writer }.map { Checkpoint.Head(writer: writer, size: $0.n, hash: $0.hash) }
        }
        let checkpoint = Checkpoint(
            origin: signer.origin, heads: heads, at: now, previous: previous ?? notes.last.map(Checkpoint.hash),
            remarks: remarks)
        notes.append(checkpoint.note(signedBy: signer))
        sizes.append(rows.count)
    }

    /// Takes away all rows but so many, and the checkpoints that speak of others.
    mutating func cut(to count: Int) {
        rows.removeLast(rows.count - count)
        let kept = sizes.prefix { $0 <= count }.count
        notes.removeLast(notes.count - kept)
        sizes.removeLast(sizes.count - kept)
    }

    mutating func edit(_ body: (inout [Row]) -> Void) { body(&rows) }

    mutating func drop(notesFrom index: Int) {
        notes.removeLast(notes.count - index)
        sizes.removeLast(sizes.count - index)
    }

    mutating func remove(noteAt index: Int) { notes.remove(at: index) }

    mutating func swapNotes(_ one: Int, _ other: Int) { notes.swapAt(one, other) }

    func verifier(outside: [String] = [], later: Int64 = 0) -> LogVerifier {
        LogVerifier(publicKey: Self.signer.publicKey, checkpoints: notes, outside: outside, now: now + later)
    }

    /// What is found in it.
    func findings(outside: [String] = [], later: Int64 = 0) -> [LogFinding] {
        var verifier = verifier(outside: outside, later: later)
        for row in rows { verifier.take(row) }
        return verifier.finish()
    }

    static func entry(at: Int64, using generator: inout SeededGenerator) -> LogEntry {
        let acts = ["show", "find", "save", "history"]
        return LogEntry(
            at: at, account: "desk\(generator.next() % 5)", role: "desk", act: acts[Int(generator.next() % 4)],
            purpose: "COUNTER", reference: "2569/\(generator.next() % 1_000)",
            subject: LogKey([1]).hash(String(generator.next())), fields: ["citizenID", "nameThai", "address"], count: 1)
    }
}

extension LogVerifier {
    mutating func take(_ row: SampleLog.Row) {
        take(
            writer: row.writer, n: row.n, at: row.at, previous: row.previous, hash: row.hash, entry: row.entry)
    }
}
