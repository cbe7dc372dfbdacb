/// SW1 and SW2, the two bytes that end every answer (ISO/IEC 7816-4 §5.6).
public struct StatusWord: RawRepresentable, Hashable, Sendable {
    /// SW1 in the upper byte, SW2 in the lower.
    public let rawValue: UInt16

    /// Makes a status word from both bytes at once.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Makes a status word from SW1 and SW2.
    public init(_ sw1: UInt8, _ sw2: UInt8) { self.init(rawValue: UInt16(sw1) << 8 | UInt16(sw2)) }

    /// The first byte: the kind of outcome.
    public var sw1: UInt8 { UInt8(rawValue >> 8) }
    /// The second byte: its detail.
    public var sw2: UInt8 { UInt8(truncatingIfNeeded: rawValue) }

    /// The command was carried out.
    public static let success = StatusWord(rawValue: 0x9000)
    /// No such file or application.
    public static let notFound = StatusWord(rawValue: 0x6A82)
    /// P1 and P2 point outside the file.
    public static let wrongOffset = StatusWord(rawValue: 0x6B00)
    /// Lc does not fit the command.
    public static let wrongLength = StatusWord(rawValue: 0x6700)
    /// The conditions for this command are not met, such as GET RESPONSE with nothing waiting.
    public static let conditionsNotSatisfied = StatusWord(rawValue: 0x6985)
    /// P1 and P2 are not what the command takes.
    public static let wrongParameters = StatusWord(rawValue: 0x6A86)
    /// The card does not know the instruction.
    public static let unknownInstruction = StatusWord(rawValue: 0x6D00)
    /// The card does not know the class.
    public static let unknownClass = StatusWord(rawValue: 0x6E00)

    /// `61xx`: bytes wait for GET RESPONSE.
    public static func bytesWaiting(_ count: Int) -> StatusWord {
        StatusWord(0x61, UInt8(truncatingIfNeeded: count))
    }

    /// `6Cxx`: the command is to be sent again with this Le.
    public static func exactLength(_ count: Int) -> StatusWord {
        StatusWord(0x6C, UInt8(truncatingIfNeeded: count))
    }

    /// How many bytes wait for GET RESPONSE (1…256), where that is what the card says.
    public var bytesWaiting: Int? { sw1 == 0x61 ? count : nil }

    /// Which Le the card wants (1…256), where that is what it says.
    public var exactLength: Int? { sw1 == 0x6C ? count : nil }

    /// SW2 as a length: zero stands for 256.
    private var count: Int { sw2 == 0 ? 256 : Int(sw2) }
}

extension StatusWord: CustomStringConvertible {
    /// Four hex digits, as in `6A82`.
    public var description: String { Hex.encode([sw1, sw2]) }
}
