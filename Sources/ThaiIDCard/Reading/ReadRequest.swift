public import SmartCard

/// What to read, and how strictly.
public struct ReadRequest: Sendable {
    /// The fields wanted, in the order in which they will be reported.
    public var fields: [Field]
    /// Whether a citizen ID that fails its check digit in two reads is reported with a warning
    /// instead of as an error.
    public var acceptsBadCheckDigit: Bool
    /// How much is read of the applets that hold the fields.
    public var depth: ReadDepth
    /// Keys of the fields that even a recording made by another program must hold; any other may be
    /// missing there.
    public var required: Set<String>
    /// What the read may cost.
    public var limits: ChannelLimits

    /// Asks for fields.
    public init(
        _ fields: [Field], acceptsBadCheckDigit: Bool = false, depth: ReadDepth = .fields,
        required: Set<String> = [], limits: ChannelLimits = ChannelLimits()
    ) {
        self.fields = fields
        self.acceptsBadCheckDigit = acceptsBadCheckDigit
        self.depth = depth
        self.required = required
        self.limits = limits
    }
}

/// How much of a card is read.
public enum ReadDepth: Hashable, Sendable, CaseIterable {
    /// The bytes that the fields need, and no others.
    case fields
    /// These, and then whatever else the card gives away of the same applets: the rest of the photo's
    /// area, bytes between fields, and those behind the table, whose meaning nobody has published.
    /// Where the card refuses any of it, or gives less, there is nothing; that is no error.
    case everything
}
