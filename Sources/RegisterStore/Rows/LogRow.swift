/// An entry of one writer's chain.
package struct LogRow: Hashable, Sendable {
    package let writer: Int
    package let n: Int
    package let at: Int64
    package let previous: [UInt8]
    package let hash: [UInt8]
    package let entry: String

    package init(writer: Int, n: Int, at: Int64, previous: [UInt8], hash: [UInt8], entry: String) {
        self.writer = writer
        self.n = n
        self.at = at
        self.previous = previous
        self.hash = hash
        self.entry = entry
    }
}

/// A signed note of how far the chains had come.
package struct CheckpointRow: Hashable, Sendable {
    package let n: Int
    package let note: String
    /// Where it went beyond this machine.
    package let sent: String?

    package init(n: Int, note: String, sent: String?) {
        self.n = n
        self.note = note
        self.sent = sent
    }
}
