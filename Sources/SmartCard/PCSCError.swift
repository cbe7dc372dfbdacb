/// A result code of PC/SC other than success.
///
/// Part 5 of the PC/SC specification names the codes; the numbers are those of `winscard.h`, the
/// same on every platform. One that is not listed here survives as its number.
public struct PCSCError: RawRepresentable, Error, Hashable, Sendable {
    /// The code as `8010xxxx`; platforms whose `LONG` is wider fill it up with zeros or ones.
    public let rawValue: UInt32

    /// Makes an error from the code's 32 bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The service made a mistake.
    public static let internalFailure = PCSCError(rawValue: 0x8010_0001)
    /// The wait was called off.
    public static let cancelled = PCSCError(rawValue: 0x8010_0002)
    /// The context or the connection is not known, as after a restart of the service.
    public static let invalidHandle = PCSCError(rawValue: 0x8010_0003)
    /// A parameter is not acceptable.
    public static let invalidParameter = PCSCError(rawValue: 0x8010_0004)
    /// No memory.
    public static let noMemory = PCSCError(rawValue: 0x8010_0006)
    /// An answer did not fit the room for it.
    public static let insufficientBuffer = PCSCError(rawValue: 0x8010_0008)
    /// No reader has this name, any more.
    public static let unknownReader = PCSCError(rawValue: 0x8010_0009)
    /// The time for waiting ran out, which is no failure of its own.
    public static let timeout = PCSCError(rawValue: 0x8010_000A)
    /// Another program holds the card exclusively.
    public static let sharingViolation = PCSCError(rawValue: 0x8010_000B)
    /// There is no card, or not yet one with power.
    public static let noSmartCard = PCSCError(rawValue: 0x8010_000C)
    /// The protocol is not the one that was negotiated.
    public static let protocolMismatch = PCSCError(rawValue: 0x8010_000F)
    /// The reader is warming up.
    public static let notReady = PCSCError(rawValue: 0x8010_0010)
    /// A value is not acceptable; pcscd says it of connections whose reader is gone.
    public static let invalidValue = PCSCError(rawValue: 0x8010_0011)
    /// The talk with the service broke off (or, rarely, the service's with the reader).
    public static let communicationFailure = PCSCError(rawValue: 0x8010_0013)
    /// Something failed inside the service.
    public static let unknownFailure = PCSCError(rawValue: 0x8010_0014)
    /// The reader's driver could not pass the command on: anything from a bad contact to no card.
    public static let notTransacted = PCSCError(rawValue: 0x8010_0016)
    /// The reader was unplugged.
    public static let readerUnavailable = PCSCError(rawValue: 0x8010_0017)
    /// The service is shutting down.
    public static let shutdown = PCSCError(rawValue: 0x8010_0018)
    /// The card does not meet the service's demands.
    public static let cardUnsupported = PCSCError(rawValue: 0x8010_001C)
    /// Nothing answers where the service should be.
    public static let noService = PCSCError(rawValue: 0x8010_001D)
    /// The service stopped. Where no context can be had, pcscd says so to a library of another
    /// version than its own.
    public static let serviceStopped = PCSCError(rawValue: 0x8010_001E)
    /// pcsc-lite gives this number to both "unexpected" and "unsupported feature".
    public static let unexpected = PCSCError(rawValue: 0x8010_001F)
    /// No reader is attached.
    public static let noReadersAvailable = PCSCError(rawValue: 0x8010_002E)
    /// An exchange between reader and card was lost.
    public static let communicationDataLost = PCSCError(rawValue: 0x8010_002F)
    /// The service has no thread to spare.
    public static let serverTooBusy = PCSCError(rawValue: 0x8010_0031)
    /// The card's answer to reset cannot be served.
    public static let unsupportedCard = PCSCError(rawValue: 0x8010_0065)
    /// The card does not answer to power.
    public static let unresponsiveCard = PCSCError(rawValue: 0x8010_0066)
    /// The card has no power, usually because it did not answer to it.
    public static let unpoweredCard = PCSCError(rawValue: 0x8010_0067)
    /// Another program reset the card.
    public static let resetCard = PCSCError(rawValue: 0x8010_0068)
    /// The card was pulled.
    public static let removedCard = PCSCError(rawValue: 0x8010_0069)
    /// The service refuses this user (on Linux: polkit). On an open connection pcsc-lite also says
    /// this when the service died with a request unread.
    public static let securityViolation = PCSCError(rawValue: 0x8010_006A)
}

extension PCSCError {
    /// What the code means to whoever talks to a card.
    ///
    /// Codes that can mean several things (`notTransacted` is all that pcscd says of a pulled card)
    /// get their usual meaning here; `ReaderChannel` (PCSC) looks first whether card and reader are there.
    public var channelError: ChannelError {
        switch self {
        case .resetCard: .cardReset
        case .removedCard, .noSmartCard: .cardRemoved
        case .unresponsiveCard, .unpoweredCard: .cardMute
        case .readerUnavailable, .unknownReader, .noReadersAvailable, .invalidValue: .readerGone
        case .noService, .serviceStopped, .shutdown, .invalidHandle, .communicationFailure: .serviceGone
        case .sharingViolation: .cardInUse
        case .securityViolation: .accessDenied
        case .protocolMismatch, .unsupportedCard, .cardUnsupported: .unsupportedProtocol
        case .communicationDataLost, .notTransacted, .notReady: .communication
        case .timeout: .timedOut
        default: .other(code: rawValue)
        }
    }
}
