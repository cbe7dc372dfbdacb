/// Looks whether a log is as it was written, entry by entry, of any number of chains.
///
/// A chain alone proves that nothing happened to it by accident; that nobody made it anew, from wherever on, is
/// proven by checkpoints that somebody else has kept.
package struct LogVerifier {
    private let series: CheckpointSeries
    private let now: Int64
    private let step: Int64
    private var chains: [Int: Chain] = [:]
    /// What is wrong with the entries so far.
    private(set) var findings: [LogFinding] = []

    /// What is known of a chain so far.
    private struct Chain {
        /// Of its last entry.
        var n = 0
        var at: Int64?
        var hash = LogChain.start
        /// The last entry of each Thai day, in the order in which they came.
        var days: [(day: Int, n: Int)] = []
        /// What checkpoints say of it, by sizes.
        let claims: [Int: [CheckpointSeries.Claim]]

        init(claims: [Int: [CheckpointSeries.Claim]]) { self.claims = claims }
    }

    /// - Parameters:
    ///   - publicKey: the register's, of `CheckpointSigner`.
    ///   - checkpoints: those that the register keeps, the oldest first.
    ///   - outside: those that were kept elsewhere, in any order.
    ///   - now: microseconds since 1970 (UTC).
    ///   - allowedStepBack: by how many of them a clock may have been set back.
    package init(
        publicKey: [UInt8], checkpoints: [String], outside: [String] = [], now: Int64,
        allowedStepBack: Int64 = 300_000_000
    ) {
        (self.now, step) = (now, allowedStepBack)
        series = CheckpointSeries(
            publicKey: publicKey, kept: checkpoints, outside: outside, now: now, step: allowedStepBack)
    }

    /// Looks at the next entry of a chain, as it stands in its row.
    package mutating func take(
        writer: Int, n: Int, at: Int64, previous: [UInt8], hash: [UInt8], entry: String
    ) {
        let line = Array(entry.utf8)
        if LogChain.hash(previous: previous, line: line) != hash { findings.append(.changed(writer: writer, n: n)) }
        if !line.starts(with: LogEntry.head(at: at, writer: writer, n: n)) {
            findings.append(.misplaced(writer: writer, n: n))
        }
        if at > now + step { findings.append(.ahead(writer: writer, n: n)) }
        var chain = chains.removeValue(forKey: writer) ?? Chain(claims: series.claims[writer] ?? [:])
        defer { chains[writer] = chain }
        for claim in chain.claims[n] ?? [] where claim.hash != hash {
            findings.append(.otherHead(writer: writer, n: n, by: claim.place))
        }
        guard n > chain.n else {
            findings.append(.passed(writer: writer, n: n))
            return
        }
        if n > chain.n + 1 {
            findings.append(.gap(writer: writer, after: chain.n, found: n))
        } else if previous != chain.hash {
            findings.append(.fork(writer: writer, n: n))
        }
        if let before = chain.at, at < before - step {
            findings.append(.older(writer: writer, n: n, by: before - at))
        }
        (chain.n, chain.at, chain.hash) = (n, at, hash)
        let day = LogTime.thaiDay(of: at)
        if chain.days.last?.day == day { chain.days.removeLast() }
        chain.days.append((day, n))
    }

    /// All that is to be told, once every entry was taken.
    package func finish() -> [LogFinding] {
        var findings = findings
        let today = LogTime.thaiDay(of: now)
        for (writer, chain) in chains.sorted(by: { $0.key < $1.key }) {
            let covered = chain.claims.keys.max() ?? 0
            let open = chain.days.filter { $0.day < today && $0.n > covered }
            for day in Set(open.map(\.day)).sorted() {
                findings.append(.noCheckpoint(writer: writer, day: LogTime.text(ofThaiDay: day)))
            }
        }
        for (writer, sizes) in series.claims.sorted(by: { $0.key < $1.key }) {
            let entries = chains[writer]?.n ?? 0
            let missing = sizes.values.joined().filter { $0.size > entries }
            // The one that says most says it all.
            if let claim = missing.filter({ !$0.isExcused }).max(by: { $0.size < $1.size }) {
                findings.append(.cut(writer: writer, entries: entries, said: claim.size, by: claim.place))
            } else if let claim = missing.max(by: { $0.size < $1.size }) {
                findings.append(.lost(writer: writer, entries: entries, said: claim.size))
            }
        }
        return series.findings + findings
    }
}
