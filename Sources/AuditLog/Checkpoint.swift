/// How far the chains of a register had come, signed: what leaves the machine, so that nobody can take back what was.
///
/// As text it is a signed note with a checkpoint (C2SP: signed-note, tlog-checkpoint): the register's name; the size
/// and the head of the first chain; then lines of our own.
package struct Checkpoint: Hashable, Sendable {
    /// How far one chain had come.
    package struct Head: Hashable, Sendable {
        package let writer: Int
        /// How many entries it had.
        package let size: Int
        /// The hash of the last of them.
        package let hash: [UInt8]

        package init(writer: Int, size: Int, hash: [UInt8]) {
            (self.writer, self.size, self.hash) = (writer, size, hash)
        }
    }

    /// The register's name.
    package let origin: String
    package let heads: [Head]
    /// Microseconds since 1970 (UTC).
    package let at: Int64
    /// The hash of the checkpoint before; `nil` in the first.
    package let previous: [UInt8]?
    package let remarks: [Remark]

    package init(origin: String, heads: [Head], at: Int64, previous: [UInt8]?, remarks: [Remark] = []) {
        (self.origin, self.heads, self.at, self.previous) = (origin, heads, at, previous)
        self.remarks = remarks
    }

    /// What whoever looks at a checkpoint has to know.
    package enum Remark: Hashable, Sendable {
        /// One person alone may do what elsewhere takes two.
        case fourEyesOff
        /// The chains of before were lost or cut, and new ones begun: shorter than earlier checkpoints say is no damage.
        case restarted
        case other(String)
    }
}

/// Why a text is no checkpoint.
package enum CheckpointError: Error, Hashable {
    case malformed
    /// It has no signature under this key.
    case unsigned
    /// It was changed, or signed by somebody else.
    case badSignature
}
