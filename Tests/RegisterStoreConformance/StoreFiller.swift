package import RegisterStore
internal import TestSupport

/// Rows of the sizes that a register's have, which hold nothing: the same ones each time, by their number.
package struct StoreFiller: Sendable {
    /// How many bytes a box of a record has, one of an index block, a wrapped key, and an entry of the log.
    package var record = 512
    package var block = 7_000
    package var wrapped = 64
    package var entry = 400
    /// How many people share an index block.
    package var perBlock = 64
    /// How many bytes a photo's box has; none is kept where this is 0.
    package var photo = 0
    private let start: Int64 = 1_764_000_000_000_000

    package init() {}

    package func time(_ n: Int) -> Int64 { start + Int64(n) * 1_000_000 }

    /// A row's id: later numbers come later.
    package func id(_ n: Int) -> RowID { id(n, salt: 1, time: time(n)) }
    package func citizenKey(_ n: Int) -> RowID { id(n, salt: 2, time: nil) }

    private func id(_ n: Int, salt: UInt64, time: Int64?) -> RowID {
        var generator = SeededGenerator(seed: UInt64(n) << 8 | salt)
        let (high, low) = (time.map { UInt64($0 / 1_000) << 16 | 0x7000 } ?? generator.next(), generator.next())
        let bytes = [high, low].flatMap { half in (0..<8).map { UInt8(truncatingIfNeeded: half >> (56 - 8 * $0)) } }
        guard let id = RowID(bytes) else { fatalError("sixteen bytes are an id") }
        return id
    }

    package func key(_ n: Int) -> PersonKeyRow {
        PersonKeyRow(person: id(n), generation: 1, wrapped: bytes(wrapped, n), block: n / perBlock)
    }

    package func block(of n: Int) -> BlockRow {
        BlockRow(id: n / perBlock, generation: 1, sealed: bytes(block, n))
    }

    package func person(_ n: Int) -> PersonRow {
        PersonRow(
            id: id(n), citizenKey: citizenKey(n), state: .active, generation: 1, created: time(n), updated: time(n))
    }

    package func observation(_ n: Int, of person: RowID? = nil) -> ObservationRow {
        ObservationRow(
            id: id(n, salt: 3, time: time(n)), person: person ?? id(n), kind: 1, observed: time(n), received: time(n),
            desk: 1, officer: 1, fieldsKey: 0x5EED, contentKey: id(n, salt: 4, time: nil),
            photo: photo > 0 ? id(n, salt: 5, time: nil) : nil, sealed: bytes(record, n))
    }

    package func visit(_ n: Int, of person: RowID? = nil, purpose: Int = 1) -> VisitRow {
        VisitRow(
            id: id(n, salt: 6, time: time(n)), person: person ?? id(n), observation: observation(n).id, at: time(n),
            desk: 1, purpose: purpose, officer: 1, outcome: 0)
    }

    package func photo(_ n: Int, of person: RowID? = nil) -> PhotoRow {
        PhotoRow(id: id(n, salt: 5, time: nil), person: person ?? id(n), sealed: bytes(photo, n))
    }

    package func log(_ n: Int, writer: Int = 1) -> LogRow {
        LogRow(
            writer: writer, n: n, at: time(n), previous: bytes(32, n), hash: bytes(32, n + 1),
            entry: String(repeating: "e", count: entry))
    }

    /// Saves a new person as a register does: key and block, then the rest, with the log.
    package func save(_ n: Int, into store: any StoreWriting, block writesBlock: Bool = true) throws {
        try store.put(key(n))
        if writesBlock { try store.put(block(of: n)) }
        try store.insert(person(n))
        if photo > 0 { try store.insert(photo(n)) }
        try store.insert(observation(n))
        try store.insert(visit(n))
        try store.append(log(n))
    }

    /// Saves many, some thousands a transaction.
    package func fill(_ store: any RegisterStore, _ numbers: Range<Int>) throws {
        for first in stride(from: numbers.lowerBound, to: numbers.upperBound, by: 10_000) {
            try store.write { store in
                for n in first..<min(first + 10_000, numbers.upperBound) {
                    let isLast = n % perBlock == perBlock - 1 || n == numbers.upperBound - 1
                    try save(n, into: store, block: isLast)
                }
            }
        }
    }

    func bytes(_ count: Int, _ n: Int) -> [UInt8] {
        (0..<min(count, 8)).map { UInt8(truncatingIfNeeded: n >> ($0 * 8)) }
            + [UInt8](repeating: 0xA5, count: max(0, count - 8))
    }
}
