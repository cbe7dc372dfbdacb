package import SmartCard

/// READ, as the card's storage and health applets take it: `80 B0 <offset> 02 00 <count>`.
///
/// The command looks like READ BINARY with a proprietary class, but states its length in two
/// bytes of data and has no Le. The first of the two has been taken for the length's high byte
/// and for a block number; zero means the same in both, so the length stays within 255.
package struct ReadCommand: Hashable, Sendable {
    /// The longest span that one READ takes.
    package static let longest = 255

    /// Which bytes of the selected applet, 1 to 255 of them below offset 65,536.
    package let span: Range<Int>

    /// Asks for a span.
    package init(_ span: Range<Int>) {
        precondition((1...Self.longest).contains(span.count) && (0...0xFFFF).contains(span.lowerBound))
        self.span = span
    }

    /// Recognises a READ; `nil` where the command is something else.
    package init?(_ command: CommandAPDU) {
        guard command.instructionClass == 0x80, command.instruction == 0xB0,
            command.data.count == 2, command.data[0] == 0, command.data[1] > 0
        else { return nil }
        let offset = Int(command.p1) << 8 | Int(command.p2)
        span = offset..<(offset + Int(command.data[1]))
    }

    /// The command as it is sent.
    package var command: CommandAPDU {
        CommandAPDU(
            0x80, 0xB0, UInt8(span.lowerBound >> 8), UInt8(span.lowerBound & 0xFF),
            data: [0x00, UInt8(span.count)])
    }
}
