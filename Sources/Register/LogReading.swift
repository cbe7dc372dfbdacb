internal import RegisterStore

/// The lines of all chains of a log, one chain after another: a later one began where the one before had been lost.
enum LogReading {
    private static let page = 1_000

    static func count(in tx: any StoreReading) throws -> Int {
        try tx.writers().reduce(0) { try $0 + (tx.lastLog(writer: $1)?.n ?? 0) }
    }

    /// Hands over each line, and holds few at a time.
    static func forEach(in tx: any StoreReading, _ body: (LogRow) throws -> Void) throws {
        for writer in try tx.writers().sorted() {
            var next = 1
            while let last = try page(of: writer, from: next, in: tx, body) { next = last + 1 }
        }
    }

    private static func page(
        of writer: Int, from n: Int, in tx: any StoreReading, _ body: (LogRow) throws -> Void
    ) throws -> Int? {
        let rows = try tx.log(writer: writer, from: n, limit: page)
        for row in rows { try body(row) }
        return rows.last?.n
    }
}
