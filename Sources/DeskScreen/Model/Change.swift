package import CardRecord

/// Something that has happened at the desk and changes what its screen shows.
package enum Change: Sendable {
    /// A reader is there.
    case attached(reader: String)
    /// A reader is gone.
    case detached(reader: String)
    /// A card is in, and is about to be read.
    case inserted(reader: String)
    /// A read has come so far, from 0 to 1; the record where its text is known by now.
    case progress(reader: String, share: Double, text: Record?)
    /// A card was read.
    case read(reader: String, Record)
    /// A card could not be read: what happened, and what to do about it.
    ///
    /// - Parameter outlasts: whether it still has to be seen when the card is out, as for one that was pulled early.
    case failed(reader: String, problem: String, remedy: String, outlasts: Bool)
    /// The card is out.
    case removed(reader: String)
    /// What came of something that was to be done with a card that was read, in one line without personal data; of
    /// an action that has a line already, in its place.
    case done(reader: String, read: ReadID, action: String? = nil, text: String, isGood: Bool)
    /// A line of the day's log, without personal data; of a read that has one already, what is new about it.
    ///
    /// - Parameters:
    ///   - at: when, as `2026-11-23T09:41:07+07:00`.
    ///   - sheet: the number of the sheet that was made.
    case day(at: String, outcome: String?, sheet: String? = nil, read: ReadID? = nil)
    /// The line of the day's log on an action that came to nothing so far: a new one the first time, and then what
    /// is new about it. What went well at once has none.
    case trouble(at: String, outcome: String, action: String, isGood: Bool)
    /// What is shown of the card that was put in as the reader's `turn`th has been shown long enough.
    case clear(reader: String, turn: Int)
}
