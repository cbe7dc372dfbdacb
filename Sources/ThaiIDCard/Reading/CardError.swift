public import SmartCard

/// Why a card could not be read. There is no half of a record.
public enum CardError: Error, Hashable, Sendable {
    /// The exchange with the card broke down.
    case channel(ChannelError)
    /// The card lacks the storage applet: it is none of this kind.
    case notThaiID(StatusWord)
    /// The data has a layout that is not understood.
    case unsupportedVersion(String)
    /// The citizen ID failed its check digit twice, with a reset between.
    case checkDigit
    /// The card refused a span of the storage applet.
    case refused(Range<Int>, StatusWord)
    /// An answer that is longer or shorter than what was asked for.
    case wrongLength(Range<Int>, count: Int)
    /// A field without which nothing can be believed is not what it should be.
    case malformed(field: String)
    /// After an interruption another card answered.
    case anotherCard
}
