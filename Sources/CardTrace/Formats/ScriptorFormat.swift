internal import ThaiIDCard

extension TraceFormat {
    /// What scriptor of pcsc-tools prints, known by `Using T=0 protocol` (or T=1) among its first lines.
    ///
    /// The shape is that of scriptor 1.6.2: `> RESET` and `< OK: ATR`, or `> command` and
    /// `< answer : its meaning`, the answer in lines of 16 bytes. Where it reads its script from a
    /// file it prints the script's lines too, and standard error may be mixed in.
    public static let scriptor = TraceFormat(
        "scriptor", Bilingual("ข้อความที่ scriptor พิมพ์", "scriptor's output"), bearsMark: ScriptorFormat.isMarked,
        reader: ScriptorFormat.read)
}

enum ScriptorFormat {
    private static let marks = ["Using T=0 protocol", "Using T=1 protocol"]
    /// What goes to standard error.
    private static let asides = [
        "Trying T=", "No reader given: using ", "Using given card reader: ", "Using given file: ",
        "Reading commands from STDIN",
    ]

    static func isMarked(_ bytes: [UInt8]) -> Bool {
        TraceLines.head(of: bytes, 6).contains { line in marks.contains { line.text.elementsEqual($0.utf8) } }
    }

    static func read(_ bytes: [UInt8]) throws(TraceSyntaxError) -> TraceReading {
        var builder = TraceBuilder()
        builder.lose(.otherLines)
        var lines = TraceLines(bytes)
        while let line = lines.next() {
            if let text = line.rest(after: "> ") {
                if text.elementsEqual("RESET".utf8) {
                    try readReset(&lines, to: &builder)
                } else {
                    let command = try line.bytes(text, TraceBuilder.commandLengths)
                    try builder.add(command, .answer(readAnswer(&lines)), line)
                }
            } else if line.text.first == UInt8(ascii: "<") {
                throw line.fault("a command (>) before its answer")
            } else if let name = line.rest(after: asides[1]) ?? line.rest(after: asides[2]) {
                try builder.name(name, line)
            } else if !isScript(line), !(marks + asides).contains(where: { line.text.starts(with: $0.utf8) }) {
                throw line.fault("> and a command")
            }
        }
        return try builder.finish(lines)
    }

    private static func readReset(
        _ lines: inout TraceLines, to builder: inout TraceBuilder
    ) throws(TraceSyntaxError) {
        guard let line = lines.next() else { throw lines.missing("< OK: or < KO:") }
        if let atr = line.rest(after: "< OK:") {
            try builder.power(line.bytes(atr, TraceBuilder.resetLengths), line)
        } else if line.rest(after: "< KO:") == nil {
            throw line.fault("< OK: or < KO:")
        }
    }

    private static func readAnswer(_ lines: inout TraceLines) throws(TraceSyntaxError) -> [UInt8] {
        var answer: [UInt8] = []
        var isFirst = true
        while let line = lines.next() {
            var text = line.text
            if isFirst {
                guard text.starts(with: "<".utf8) else { throw line.fault("< and the answer") }
                text.removeFirst()
                isFirst = false
            }
            let end = text.firstIndex(of: UInt8(ascii: ":"))
            answer += try line.bytes(text[..<(end ?? text.endIndex)], 0...16)
            guard end != nil else { continue }
            guard TraceBuilder.answerLengths.contains(answer.count) else { throw line.fault("a status word") }
            return answer
        }
        throw lines.missing("the rest of the answer, and : with its meaning")
    }

    /// Whether a line could be the script's own: empty, a comment, hex, `reset` or `exit`.
    private static func isScript(_ line: TraceLine) -> Bool {
        let text = line.trimmed
        if text.isEmpty || text.first == UInt8(ascii: "#") { return true }
        let word = text.prefix(6).string.lowercased()
        return word == "reset" || word == "exit"
            || text.allSatisfy { $0.hexDigit != nil || $0.isBlank || $0 == UInt8(ascii: "\\") }
    }
}
