/// What somebody who looks at a log has to know, by chains (writers) and numbers of entries.
package enum LogFinding: Hashable, Sendable {
    /// Entries are missing after this one, up to the one that was found.
    case gap(writer: Int, after: Int, found: Int)
    /// A number comes that had been passed: an entry stands twice, or two changed places.
    case passed(writer: Int, n: Int)
    /// The entry holds another hash than the one before has: a fork, or that one was made anew.
    case fork(writer: Int, n: Int)
    /// The entry is not what its hash was made of.
    case changed(writer: Int, n: Int)
    /// The entry says another time, chain or number of itself than the row that it stands in.
    case misplaced(writer: Int, n: Int)
    /// It is older than the one before by so many microseconds.
    case older(writer: Int, n: Int, by: Int64)
    /// Its time has not come yet.
    case ahead(writer: Int, n: Int)
    /// The chain has fewer entries than a checkpoint says.
    case cut(writer: Int, entries: Int, said: Int, by: CheckpointPlace)
    /// A checkpoint has another hash for this entry.
    case otherHead(writer: Int, n: Int, by: CheckpointPlace)
    /// A day (`2026-11-26`, in Thailand) is over, and no checkpoint says that its entries were there.
    case noCheckpoint(writer: Int, day: String)
    case badCheckpoint(CheckpointPlace, CheckpointError)
    /// The checkpoint does not follow the one before it, or the first is not the first.
    case unchained(CheckpointPlace)
    /// It says less of a chain than the one before.
    case shrunk(CheckpointPlace)
    /// It is older than the one before, or its time has not come yet.
    case misdated(CheckpointPlace)
    /// It came from outside, and the register does not have it.
    case unknown(CheckpointPlace)
    /// New chains began here, and a checkpoint says so.
    case restarted(CheckpointPlace)
    /// Entries from before a restart are gone.
    case lost(writer: Int, entries: Int, said: Int)

    /// Whether the log is not as it was written.
    package var isDamage: Bool {
        switch self {
        case .restarted, .lost: false
        default: true
        }
    }
}

/// Which checkpoint is meant, counted from one.
package enum CheckpointPlace: Hashable, Sendable {
    /// Of those that the register keeps.
    case kept(Int)
    /// Of those that came from elsewhere.
    case outside(Int)
}
