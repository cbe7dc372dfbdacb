internal import SmartCard
internal import ThaiIDCard

extension TraceFormat {
    /// Commands and answers in hex, one a line, as people paste them into reports.
    ///
    /// Either every line says which it is (`>` or `<`, `->` or `<-`, `C:` or `R:`, `SEND:` or
    /// `RECV:` and the like), or none does, and commands and answers take turns. Bytes may have
    /// gaps between them. Empty lines and comments (`#` or `;`) may stand anywhere, and a line
    /// `ATR:` where the card was powered. It has no mark of its own: it is what has no other mark
    /// and is hex throughout. A list of commands alone is not taken for it, since an answer ends in
    /// a status word.
    public static let hex = TraceFormat(
        "hex", Bilingual("คำสั่งและคำตอบเป็นเลขฐานสิบหก", "commands and answers in hex"), bearsMark: { _ in false },
        reader: HexFormat.read)
}

enum HexFormat {
    private enum Role {
        case command
        case answer
        case reset
    }

    /// Longer words stand before those that begin like them.
    private static let words: [(String, Role)] = [
        (">>", .command), (">", .command), ("-->", .command), ("->", .command), ("=>", .command),
        ("C-APDU:", .command), ("CAPDU:", .command), ("COMMAND:", .command), ("CMD:", .command), ("C:", .command),
        ("SENDING:", .command), ("SEND:", .command), ("SENT:", .command), ("TX:", .command),
        ("<<", .answer), ("<--", .answer), ("<-", .answer), ("<=", .answer), ("<", .answer),
        ("R-APDU:", .answer), ("RAPDU:", .answer), ("RESPONSE:", .answer), ("RESP:", .answer), ("R:", .answer),
        ("RECEIVED:", .answer), ("RECV:", .answer), ("RX:", .answer), ("ATR:", .reset),
    ]

    /// A line that is no comment: what it says of itself, and its digits.
    private static func parts(of line: TraceLine) -> (role: Role?, digits: ArraySlice<UInt8>)? {
        let text = line.trimmed
        guard let first = text.first, first != UInt8(ascii: "#"), first != UInt8(ascii: ";") else { return nil }
        let capitals = text.prefix(9).map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }
        for (word, role) in words where capitals.starts(with: word.utf8) {
            return (role, text.dropFirst(word.utf8.count).drop(while: \.isBlank))
        }
        return (nil, text)
    }

    static func isHexThroughout(_ bytes: [UInt8]) -> Bool {
        guard bytes.count <= TraceFormat.longestForeignFile else { return false }
        var lines = TraceLines(bytes)
        var turn = Role.command
        var saysRoles: Bool?
        while let line = lines.next() {
            guard let (role, digits) = parts(of: line) else { continue }
            guard let bytes = try? line.bytes(digits, 1...TraceBuilder.answerLengths.upperBound) else { return false }
            if role == .reset { continue }
            guard saysRoles == nil || saysRoles == (role != nil) else { return false }
            saysRoles = role != nil
            if role == nil {
                if turn == .answer, !endsInStatusWord(bytes) { return false }
                turn = turn == .command ? .answer : .command
            }
        }
        return saysRoles != nil
    }

    static func read(_ bytes: [UInt8]) throws(TraceSyntaxError) -> TraceReading {
        var builder = TraceBuilder()
        var lines = TraceLines(bytes)
        var command: [UInt8]?
        var saysRoles: Bool?
        while let line = lines.next() {
            guard let (role, digits) = parts(of: line) else {
                if !line.trimmed.isEmpty { builder.lose(.comments) }
                continue
            }
            if role != .reset {
                guard saysRoles == nil || saysRoles == (role != nil) else {
                    throw line.fault("commands and answers marked (> and <) in every line or in none")
                }
                saysRoles = role != nil
            }
            switch (role ?? (command == nil ? .command : .answer), command) {
            case (.reset, nil):
                try builder.power(line.bytes(digits, TraceBuilder.resetLengths), line)
            case (.command, nil):
                command = try line.bytes(digits, TraceBuilder.commandLengths)
            case (.answer, let sent?):
                let answer = try line.bytes(digits, TraceBuilder.answerLengths)
                guard role != nil || endsInStatusWord(answer) else {
                    throw line.fault("an answer that ends in a status word (61 to 6F, 90 to 9F)", at: digits.startIndex)
                }
                try builder.add(sent, .answer(answer), line)
                command = nil
            case (.answer, nil): throw line.fault("a command before its answer")
            case (_, _?): throw line.fault("the answer to the command above")
            }
        }
        guard command == nil else { throw lines.missing("the answer to the command above") }
        return try builder.finish(lines)
    }

    /// Whether bytes end as every answer does (ISO/IEC 7816-3 §12.2.1).
    private static func endsInStatusWord(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 2 else { return false }
        let sw1 = bytes[bytes.count - 2]
        return (0x61...0x6F).contains(sw1) || (0x90...0x9F).contains(sw1)
    }
}
