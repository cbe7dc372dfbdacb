internal import SmartCard
internal import ThaiIDCard

extension Trace {
    /// The recording as text, in the format that `init(parsing:)` reads.
    ///
    /// Line by line: the format's version; when and with what it was made; `atr` where the card
    /// was powered; `>` a command, `<` its answer or `!` why there is none, `~` microseconds.
    /// A comment before each command says what it is, so that two recordings can be compared by
    /// eye, and with `diff -I '^~'` without their times.
    public var text: String {
        var lines = ["thaiid-trace 1", Self.warning]
        if let recordedAt { lines.append("recorded \(recordedAt)") }
        if let reader { lines.append("reader \(Self.oneLine(reader))") }
        for event in events {
            switch event {
            case .powered(let atr):
                lines.append("atr \(atr)")
            case .exchange(let exchange):
                if let name = Self.name(of: exchange.command) { lines += ["", Self.comment(name)] }
                lines.append("> \(Hex.encode(exchange.command))")
                switch exchange.outcome {
                case .answer(let bytes): lines.append("< \(Hex.encode(bytes))")
                case .failure(let error): lines.append("! \(FailureWord.write(error) ?? "communication")")
                }
                if let duration = exchange.duration { lines.append("~ \(duration.microseconds)") }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The comments in the text.
    var comments: Set<String> {
        var comments: Set = [Self.warning]
        for case .exchange(let exchange) in events {
            if let name = Self.name(of: exchange.command) { comments.insert(Self.comment(name)) }
        }
        return comments
    }

    private static let warning = "# A recording of a card holds its holder's personal data."

    private static func comment(_ name: String) -> String { "# \(name)" }

    /// A name without what would end its line, vanish at the beginning of it when it is read again, or
    /// steer the terminal of whoever looks at it.
    private static func oneLine(_ name: String) -> String { String(SafeText.clean(name).drop { $0 == " " }) }

    /// What a command asks for; `nil` for the second half of an exchange.
    private static func name(of bytes: [UInt8]) -> String? {
        guard let command = try? CommandAPDU(bytes: bytes) else { return "not a command" }
        if let read = ReadCommand(command) {
            return "READ \(Hex.encode([command.p1, command.p2])) + \(read.span.count)"
        }
        switch command.instruction {
        case 0xA4:
            return "SELECT \(Applet.allCases.first { $0.applicationID.bytes == command.data }?.label.english ?? "")"
        case 0xC0: return nil
        case 0xCA: return "GET DATA"
        default: return "command \(Hex.encode([command.instructionClass, command.instruction]))"
        }
    }
}

extension Duration {
    /// Whole microseconds.
    var microseconds: Int64 {
        components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    }
}
