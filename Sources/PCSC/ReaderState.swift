public import SmartCard

/// What the service says of one reader at one moment.
public struct ReaderState: Hashable, Sendable {
    /// The reader's name. Two readers of one model differ in the number at its end only.
    public let name: String
    /// The bits that PC/SC reports.
    package var flags: Flags
    /// Insertions and removals since the service found the reader, modulo 65,536. Not every
    /// platform counts: there it stays 0.
    package var eventCount: UInt16
    /// The card's answer to reset; `nil` without a card that has spoken.
    public var atr: ATR?

    /// Makes a state. Without flags nothing is known yet ("unaware").
    package init(name: String, flags: Flags = [], eventCount: UInt16 = 0, atr: ATR? = nil) {
        self.name = name
        self.flags = flags
        self.eventCount = eventCount
        self.atr = atr
    }

    /// Whether a card is in, be it mute.
    public var isCardPresent: Bool { flags.contains(.present) }
    /// Whether a card is in that did not answer to power.
    public var isCardMute: Bool { flags.contains(.mute) }
    /// Whether any program is connected to the card.
    public var isInUse: Bool { flags.contains(.inUse) || isHeldExclusively }
    /// Whether a program has the card to itself: nobody else can connect.
    public var isHeldExclusively: Bool { flags.contains(.exclusive) }
    /// Whether the reader itself fails, or is gone.
    public var isUnavailable: Bool { !flags.isDisjoint(with: [.unavailable, .unknown]) }

    /// The state bits of PC/SC (`SCARD_STATE_…`).
    package struct Flags: OptionSet, Hashable, Sendable {
        /// The lower half of `dwEventState`.
        package let rawValue: UInt16

        /// Makes a set from PC/SC's bits.
        package init(rawValue: UInt16) { self.rawValue = rawValue }

        /// Differs from what was given as known.
        package static let changed = Flags(rawValue: 0x0002)
        /// The service does not know the reader.
        package static let unknown = Flags(rawValue: 0x0004)
        /// The reader does not work.
        package static let unavailable = Flags(rawValue: 0x0008)
        /// No card is in.
        package static let empty = Flags(rawValue: 0x0010)
        /// A card is in.
        package static let present = Flags(rawValue: 0x0020)
        /// A program has the card to itself.
        package static let exclusive = Flags(rawValue: 0x0080)
        /// One or more programs are connected.
        package static let inUse = Flags(rawValue: 0x0100)
        /// The card does not answer to power.
        package static let mute = Flags(rawValue: 0x0200)
        /// The card has no power.
        package static let unpowered = Flags(rawValue: 0x0400)
    }
}
