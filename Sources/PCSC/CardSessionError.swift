public import SmartCard

/// Why a card could not be talked to at all, or not to the end.
///
/// What goes wrong between card and body while the body runs is the body's to throw.
public enum CardSessionError: Error, Hashable, Sendable {
    /// The PC/SC service cannot be reached, or (`securityViolation`) refuses this user.
    case service(PCSCError)
    /// No reader has this name.
    case noSuchReader(String)
    /// The reader is empty.
    case noCard
    /// The card that was meant is out by now; another may be in.
    case anotherInsertion
    /// A card is or was there, but no connection came about: `cardMute`, `cardInUse`,
    /// `cardRemoved`, `unsupportedProtocol`, `accessDenied`, `readerGone`, `serviceGone`,
    /// `communication`, or `timedOut` for a connection that hung.
    ///
    /// One that hung is not tried again: whatever hangs still owns the slot, and only replugging
    /// the reader (or restarting the service) sets it free.
    case notConnected(ChannelError)
    /// The time allowed for the whole ran out.
    case timedOut
}
