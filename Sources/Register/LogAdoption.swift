internal import AuditLog
package import CardRecord
internal import RegisterStore
internal import SmartCard

extension Register {
    /// Takes lines of a log that were written after the people's copy was made, as `log export` has them: what was done
    /// stays known, even where its data are lost.
    ///
    /// - Returns: how many were taken.
    /// - Throws: `logBroken` where they do not follow those that are there; none is then taken.
    package func adopt(log lines: [JSONValue]) throws(RegisterError) -> Int {
        do {
            return try store.write { tx in
                var taken = 0
                for line in lines {
                    guard let row = Self.row(line) else { throw RegisterError(.logBroken) }
                    let last = try tx.lastLog(writer: row.writer)
                    guard row.n > last?.n ?? 0 else { continue }
                    guard row.n == (last?.n ?? 0) + 1, row.previous == last?.hash ?? LogChain.start,
                        LogChain.hash(previous: row.previous, line: row.entry) == row.hash
                    else { throw RegisterError(.logBroken) }
                    try tx.append(row)
                    taken += 1
                }
                return taken
            }
        } catch {
            throw RegisterError(error)
        }
    }

    private static func row(_ line: JSONValue) -> LogRow? {
        guard let entry = line["entry"]?.string, let previous = line["previous"]?.string.flatMap({ Hex.decode($0) }),
            let hash = line["hash"]?.string.flatMap({ Hex.decode($0) }),
            let json = JSONValue(parsing: Array(entry.utf8)),
            let writer = json["writer"]?.integer, let n = json["n"]?.integer, let at = line["at"]?.integer
        else { return nil }
        return LogRow(writer: writer, n: n, at: Int64(at), previous: previous, hash: hash, entry: entry)
    }
}
