import AuditLog
import TestSupport

/// What somebody does to a log who can write to its file.
extension SampleLog {
    mutating func sortByWriter() { edit { $0.sort { ($0.writer, $0.n) < ($1.writer, $1.n) } } }

    mutating func remove(at index: Int) { edit { $0.remove(at: index) } }

    mutating func remove(from index: Int) { edit { $0.removeLast($0.count - index) } }

    mutating func swap(_ one: Int, _ other: Int) { edit { $0.swapAt(one, other) } }

    mutating func change(at index: Int, _ body: (inout Row) -> Void) { edit { body(&$0[index]) } }

    /// Other entries in the places of those from here on, each with the right hash.
    mutating func rewrite(from index: Int) {
        let old = rows[index...]
        remove(from: index)
        var generator = SeededGenerator(seed: 77)
        for row in old { add(Self.entry(at: row.at, using: &generator), writer: row.writer) }
    }

    /// Checkpoints as the register would have made them.
    mutating func signAnew(by signer: CheckpointSigner = Self.signer) {
        let all = rows
        remove(from: 0)
        let end = now
        for row in all {
            now = row.at
            if let last = rows.last, LogTime.thaiDay(of: last.at) < LogTime.thaiDay(of: row.at) {
                addCheckpoint(signedBy: signer)
            }
            edit { $0.append(row) }
            if rows.count.isMultiple(of: 1_000) { addCheckpoint(signedBy: signer) }
        }
        now = end
    }
}

/// One bit of a row, changed.
struct Change {
    enum Column: CaseIterable {
        case writer, n, at, previous, hash, entry

        func bits(of row: SampleLog.Row) -> Int {
            switch self {
            case .writer, .n, .at: 64
            case .previous: row.previous.count * 8
            case .hash: row.hash.count * 8
            case .entry: row.entry.utf8.count * 8
            }
        }
    }

    let column: Column
    let bit: Int

    func made(to row: SampleLog.Row) -> SampleLog.Row {
        var row = row
        switch column {
        case .writer: row.writer ^= 1 << bit
        case .n: row.n ^= 1 << bit
        case .at: row.at ^= 1 << Int64(bit)
        case .previous: row.previous[bit / 8] ^= 1 << (bit % 8)
        case .hash: row.hash[bit / 8] ^= 1 << (bit % 8)
        case .entry:
            var bytes = Array(row.entry.utf8)
            bytes[bit / 8] ^= 1 << (bit % 8)
            row.entry = String(decoding: bytes, as: UTF8.self)
        }
        return row
    }
}
