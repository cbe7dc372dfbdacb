/// Why an exchange with a card did not come to an answer.
///
/// A status word is an answer: whoever sent the command judges it.
public enum ChannelError: Error, Hashable, Sendable {
    /// The card was pulled.
    case cardRemoved
    /// The reader was unplugged.
    case readerGone
    /// The service that owns the readers stopped.
    case serviceGone
    /// The card was reset by another program: what was selected is forgotten.
    case cardReset
    /// The card does not answer to power: upside down, dirty, or broken.
    case cardMute
    /// An exchange was lost between reader and card; the next may work.
    case communication
    /// Another program holds the card.
    case cardInUse
    /// The service refuses this user.
    case accessDenied
    /// The card speaks neither T=0 nor T=1.
    case unsupportedProtocol
    /// No answer came within the time allowed.
    case timedOut
    /// An answer without even a status word, or longer than any answer can be.
    case malformedAnswer(count: Int)
    /// The card broke a limit that no honest card comes near.
    case limitExceeded(ChannelLimits.Kind)
    /// A recording lacks these bytes of this application.
    case notRecorded(application: ApplicationID, bytes: Range<Int>)
    /// A recording holds no answer to this command.
    case offScript(step: Int, sent: CommandAPDU)
    /// A result code that has no name here, as PC/SC numbers it.
    case other(code: UInt32)
}

extension ChannelError {
    /// Whether powering the card anew and trying again is worth while. An answer of no bytes at all
    /// is what some drivers make of a card that was pulled or swapped a moment ago.
    public var isPassing: Bool {
        self == .cardReset || self == .communication || self == .malformedAnswer(count: 0)
    }
}
