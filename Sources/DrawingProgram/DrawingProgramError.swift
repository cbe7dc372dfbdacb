package import CardRecord
package import Host

/// Why the drawing program made no drawing.
package enum DrawingProgramError: Error, Hashable {
    /// It is not there, or cannot be started.
    case missing
    /// It took too long.
    case slow(Duration)
    /// It ended as it never does by itself: by a signal (no status), or with a status that is not of
    /// the contract or comes without a word.
    case broken(status: Int32?)
    /// It refused.
    case refused(DrawingFailure)
    /// It ended with an exit status of the contract, but with words alone.
    case notDrawn(exit: Int32, words: [String])
    /// It stopped taking records, and then ended as if all was well.
    case deaf
    /// Its drawing could not be put where it was to go.
    case notTaken(FileFailure)
}
