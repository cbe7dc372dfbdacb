/// A command to a card in the short form of ISO/IEC 7816-4: Lc and Le take one byte each.
///
/// The four cases of the standard follow from what is there: data or none, an answer expected or
/// none. Extended lengths are left out: no card of this kind has been seen to use them.
public struct CommandAPDU: Hashable, Sendable {
    /// CLA: the class byte.
    public var instructionClass: UInt8
    /// INS: the instruction byte.
    public var instruction: UInt8
    /// P1 and P2: the two parameters of the instruction.
    public var p1: UInt8
    /// See `p1`.
    public var p2: UInt8
    /// The command's data, 0 to 255 bytes.
    public var data: [UInt8]
    /// Ne: the longest answer that is asked for, 1 to 256 bytes; `nil` asks for none.
    public var expectedLength: Int?

    /// Makes a command; `data` holds at most 255 bytes and `expecting` lies within 1…256.
    public init(
        _ instructionClass: UInt8, _ instruction: UInt8, _ p1: UInt8, _ p2: UInt8,
        data: [UInt8] = [], expecting expectedLength: Int? = nil
    ) {
        precondition(data.count <= 255, "a short APDU carries at most 255 bytes")
        precondition(expectedLength.map { (1...256).contains($0) } ?? true, "Ne lies within 1…256")
        self.instructionClass = instructionClass
        self.instruction = instruction
        self.p1 = p1
        self.p2 = p2
        self.data = data
        self.expectedLength = expectedLength
    }

    /// The command as it goes over the wire, 4 to 261 bytes.
    public var bytes: [UInt8] {
        var bytes = [instructionClass, instruction, p1, p2]
        if !data.isEmpty {
            bytes.append(UInt8(data.count))
            bytes += data
        }
        if let expectedLength {
            bytes.append(UInt8(truncatingIfNeeded: expectedLength))
        }
        return bytes
    }

    /// Reads a command off the wire.
    ///
    /// - Throws: `MalformedAPDU` where the bytes are none of the four short cases.
    public init(bytes: [UInt8]) throws(MalformedAPDU) {
        guard bytes.count >= 4 else { throw .tooShort(count: bytes.count) }
        self.init(bytes[0], bytes[1], bytes[2], bytes[3])
        guard bytes.count > 4 else { return }
        if bytes.count == 5 {
            expectedLength = Self.length(bytes[4])
            return
        }
        let count = Int(bytes[4])
        switch bytes.count - 5 - count {
        case 0 where count > 0:
            data = Array(bytes[5...])
        case 1 where count > 0:
            data = Array(bytes[5..<(5 + count)])
            expectedLength = Self.length(bytes[5 + count])
        default:
            throw .wrongLength(count: bytes.count, announced: count)
        }
    }

    private static func length(_ byte: UInt8) -> Int { byte == 0 ? 256 : Int(byte) }
}

/// Why bytes are no command.
public enum MalformedAPDU: Error, Hashable, Sendable {
    /// Fewer than the four bytes of the header.
    case tooShort(count: Int)
    /// Lc (`announced`) does not fit the number of bytes.
    case wrongLength(count: Int, announced: Int)
}

extension CommandAPDU {
    /// SELECT by application identifier, first or only occurrence (ISO/IEC 7816-4 §11.2).
    ///
    /// An empty identifier selects the card's default application, usually its card manager.
    public static func select(_ application: ApplicationID) -> CommandAPDU {
        CommandAPDU(0x00, 0xA4, 0x04, 0x00, data: application.bytes)
    }

    /// GET RESPONSE: fetches what a T=0 card announced with `61xx` (ISO/IEC 7816-4 §11.3.2).
    public static func getResponse(_ count: Int, p2: UInt8 = 0x00) -> CommandAPDU {
        CommandAPDU(0x00, 0xC0, 0x00, p2, expecting: count)
    }

    /// Whether both are the same command, whatever length of answer they ask for.
    package func isSame(as other: CommandAPDU) -> Bool {
        (instructionClass, instruction, p1, p2) == (other.instructionClass, other.instruction, other.p1, other.p2)
            && data == other.data
    }

    /// The same command, asking for `count` bytes.
    public func expecting(_ count: Int) -> CommandAPDU {
        var copy = self
        copy.expectedLength = count
        return copy
    }
}

extension CommandAPDU: CustomStringConvertible {
    /// The wire bytes in hex. Commands of this project carry no personal data.
    public var description: String { Hex.encode(bytes) }
}

/// The identifier by which an application on a card is selected (AID, ISO/IEC 7816-4 §12.2.3).
public struct ApplicationID: Hashable, Sendable {
    /// Up to 16 bytes; none stands for the card's default application.
    public let bytes: [UInt8]

    /// Makes an identifier of at most 16 bytes.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }
}

extension ApplicationID: CustomStringConvertible {
    /// The identifier in hex.
    public var description: String { Hex.encode(bytes) }
}
