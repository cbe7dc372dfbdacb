/// A command as people type it, `[CLA]INS[P1P2][:DATA][/LE][=SW]`, and the status word that has to
/// answer it.
///
/// The notation is that of Yubico's `ykman apdu`: hex digits in either case; CLA, P1 and P2 are zero
/// where they are left out; `=` alone stands for `=9000`, and without it any status word will do. It
/// differs in two points, both because a card on T=0 is to be sent exactly what stands there: without
/// `/LE` no Le is sent, and `/00` asks for 256 bytes. `ykman` takes both for the longest answer.
package struct CommandNotation: Hashable, Sendable {
    /// The command.
    package var command: CommandAPDU
    /// The one status word that will do, `nil` where any will.
    package var expected: StatusWord?

    /// Notes a command.
    package init(_ command: CommandAPDU, expecting expected: StatusWord? = nil) {
        self.command = command
        self.expected = expected
    }

    /// Reads the notation.
    package init(parsing text: String) throws(CommandSyntaxError) {
        var scanner = Scanner(Array(text.utf8))
        let header = try scanner.bytes(1...4, .header)
        var data: [UInt8] = []
        var expectedLength: Int?
        if scanner.pass(":") { data = try scanner.bytes(1...255, .data) }
        if scanner.pass("/") {
            expectedLength = try scanner.bytes(1...1, .length).map { $0 == 0 ? 256 : Int($0) }.first
        }
        if scanner.pass("=") {
            let status = scanner.isAtEnd ? [] : try scanner.bytes(2...2, .status)
            expected = status.isEmpty ? .success : StatusWord(status[0], status[1])
        }
        guard scanner.isAtEnd else { throw scanner.fault(.end) }
        let instruction = header.count.isMultiple(of: 2) ? 1 : 0
        let parameters = header.dropFirst(instruction + 1) + [0, 0]
        command = CommandAPDU(
            instruction == 1 ? header[0] : 0, header[instruction], parameters[parameters.startIndex],
            parameters[parameters.startIndex + 1], data: data, expecting: expectedLength)
    }

    /// Reads a command that is written out, byte for byte as it goes over the wire.
    package init(wholeCommand text: String) throws(CommandSyntaxError) {
        var scanner = Scanner(Array(text.utf8))
        let bytes = try scanner.bytes(4...261, .wholeCommand)
        guard scanner.isAtEnd else { throw scanner.fault(.wholeCommand) }
        do throws(MalformedAPDU) {
            command = try CommandAPDU(bytes: bytes)
        } catch {
            // The length byte is the fifth: what it says does not fit.
            throw CommandSyntaxError(column: 9, expected: .wholeCommand)
        }
    }
}

extension CommandNotation: CustomStringConvertible {
    /// The notation, in full and in capitals.
    package var description: String {
        var text = Hex.encode([command.instructionClass, command.instruction, command.p1, command.p2])
        if !command.data.isEmpty { text += ":" + Hex.encode(command.data) }
        if let length = command.expectedLength { text += "/" + Hex.encode([UInt8(truncatingIfNeeded: length)]) }
        if let expected { text += "=\(expected)" }
        return text
    }
}

/// Where a command is not in the notation. It repeats nothing of the command, which may hold a PIN.
package struct CommandSyntaxError: Error, Hashable, Sendable {
    /// Byte of the text, from 1.
    package let column: Int
    /// What could have stood there.
    package let expected: Expectation

    /// What can stand in a command.
    package enum Expectation: Hashable, Sendable, CaseIterable {
        /// `[CLA]INS[P1P2]`: two, four, six or eight hex digits.
        case header
        /// One to 255 bytes of data.
        case data
        /// Le: two hex digits.
        case length
        /// A status word: four hex digits, or nothing.
        case status
        /// `:DATA`, `/LE`, `=SW`, in this order, or the end.
        case end
        /// A short command, byte for byte.
        case wholeCommand
    }
}

/// Walks along a command's text.
private struct Scanner {
    private let text: [UInt8]
    private var index = 0

    init(_ text: [UInt8]) { self.text = text }

    var isAtEnd: Bool { index == text.count }

    /// Passes a mark, where one stands next.
    mutating func pass(_ mark: Unicode.Scalar) -> Bool {
        guard index < text.count, text[index] == UInt8(ascii: mark) else { return false }
        index += 1
        return true
    }

    /// The bytes that the hex digits from here on spell, as many as are allowed.
    mutating func bytes(
        _ counts: ClosedRange<Int>, _ expected: CommandSyntaxError.Expectation
    ) throws(CommandSyntaxError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < counts.upperBound, index + 2 <= text.count,
            let byte = Hex.decode(ascii: text[index..<(index + 2)])
        {
            bytes += byte
            index += 2
        }
        let isDigitNext = index < text.count && Hex.decode(ascii: [UInt8(ascii: "0"), text[index]]) != nil
        guard bytes.count >= counts.lowerBound, !isDigitNext else { throw fault(expected) }
        return bytes
    }

    func fault(_ expected: CommandSyntaxError.Expectation) -> CommandSyntaxError {
        CommandSyntaxError(column: index + 1, expected: expected)
    }
}
