internal import SmartCard

/// What pcsc-spy prints: the same calls for people to read.
struct PCSCSpyRendering {
    private var follower = PCSCSpyFollower()
    private var calls: [Int: PCSCSpyRenderedCall] = [:]

    static func isMarked(_ bytes: [UInt8]) -> Bool {
        let lines = TraceLines.head(of: bytes, 6).map { strip($0).text }
        guard let first = lines.firstIndex(where: isName) else { return false }
        return lines.dropFirst(first + 1).first.map { $0.text.starts(with: "i ".utf8) } ?? false
    }

    static func read(_ bytes: [UInt8]) throws(TraceSyntaxError) -> TraceReading {
        var rendering = PCSCSpyRendering()
        var lines = TraceLines(bytes)
        while let line = lines.next() { try rendering.take(line) }
        if rendering.calls.values.contains(where: \.isTransmission) {
            throw lines.missing("the end of SCardTransmit")
        }
        return try rendering.follower.finish(lines)
    }

    private mutating func take(_ line: TraceLine) throws(TraceSyntaxError) {
        let (thread, text) = Self.strip(line)
        if Self.isName(text) {
            if calls[thread]?.isTransmission == true { throw text.fault("the end of SCardTransmit") }
            calls[thread] = PCSCSpyRenderedCall(name: text.trimmed.string, line: text)
        } else if text.text.starts(with: "=> ".utf8) {
            guard let call = calls.removeValue(forKey: thread) else { return }
            for event in try call.events(atEnd: text) { try follower.take(event, call.line) }
        } else if let input = text.rest(after: "i ") {
            try calls[thread]?.takeInput(text.part(input))
        } else if let output = text.rest(after: "o ") {
            try calls[thread]?.takeOutput(text.part(output))
        }
    }

    /// The name of a call. (pcsc-spy writes `SCarControl`.)
    private static func isName(_ line: TraceLine) -> Bool {
        line.text.starts(with: "SCar".utf8) && line.text.allSatisfy(\.isAlphanumeric)
    }

    /// Takes off the colour, and the margin that tells the thread: four spaces each, or `(t1)`.
    private static func strip(_ line: TraceLine) -> (thread: Int, text: TraceLine) {
        var text = line.text.drop(while: \.isBlank)
        var thread = (text.startIndex - line.text.startIndex) / 4
        if text.starts(with: "(t".utf8), let end = text.prefix(16).firstIndex(of: UInt8(ascii: ")")) {
            thread = text[(text.startIndex + 2)..<end].decimal ?? thread
            text = text[(end + 1)...].drop(while: \.isBlank)
        }
        if text.starts(with: [0x1B, 0x5B]), let end = text.prefix(12).firstIndex(of: UInt8(ascii: "m")) {
            text = text[(end + 1)...].drop(while: \.isBlank)
        }
        let plain: [UInt8] = [0x1B, 0x5B, 0x30, 0x6D]
        if text.suffix(4).elementsEqual(plain) { text = text.dropLast(4) }
        return (thread, line.part(text))
    }
}
