internal import SmartCard
internal import ThaiIDCard

extension TraceFormat {
    /// The debug log of OpenSC (`OPENSC_DEBUG=9`, `opensc-tool -vvvvvvvvv`), known by its time-stamped
    /// lines that name a source file.
    ///
    /// The shape is that of `log.c` and `reader-pcsc.c` of OpenSC 0.23: a stamped line, then
    /// `Outgoing APDU (13 bytes):` or `Incoming APDU (2 bytes):` and lines of 16 bytes with their
    /// ASCII; early versions write `Outgoing APDU data [   13 bytes] =====` and `=====` at the end.
    /// Lines about anything else may stand between. Several processes or threads may write to one
    /// log; each has its own command under way. OpenSC tries its own drivers first: their SELECTs are
    /// in the log, and in the recording, like any other. A reset leaves no mark in it.
    public static let opensc = TraceFormat(
        "opensc", Bilingual("บันทึกดีบักของ OpenSC", "OpenSC's debug log"), bearsMark: OpenSCFormat.isMarked,
        reader: OpenSCFormat.read)
}

struct OpenSCFormat {
    /// A process or thread that writes to the log.
    private struct Voice {
        var command: (bytes: [UInt8], line: TraceLine, time: Int?)?
        var failure = ChannelError.communication
    }

    /// More than ever share a log: each costs memory.
    private static let mostVoices = 64

    private var lines: TraceLines
    private var builder = TraceBuilder()
    private var voices: [String: Voice] = [:]
    private var speaker = ""
    private var time: Int?
    private var atr: [UInt8]?

    static func isMarked(_ bytes: [UInt8]) -> Bool {
        TraceLines.head(of: bytes, 200).contains { OpenSCStamp($0) != nil }
    }

    static func read(_ bytes: [UInt8]) throws(TraceSyntaxError) -> TraceReading {
        var log = OpenSCFormat(lines: TraceLines(bytes))
        log.builder.lose(.otherLines)
        while let line = log.lines.next() { try log.take(line) }
        if let open = log.voices.values.compactMap(\.command).min(by: { $0.line.number < $1.line.number }) {
            throw log.lines.missing("Incoming APDU, the answer to line \(open.line.number)")
        }
        return try log.builder.finish(log.lines)
    }

    private init(lines: TraceLines) { self.lines = lines }

    private mutating func take(_ line: TraceLine) throws(TraceSyntaxError) {
        if line.text.starts(with: "Outgoing APDU".utf8) {
            guard voices[speaker]?.command == nil else { throw line.fault("Incoming APDU, the answer") }
            let count = try announced(line, TraceBuilder.commandLengths)
            let command = try dump(of: count)
            guard voices.count < Self.mostVoices || voices[speaker] != nil else {
                throw line.fault("at most \(Self.mostVoices) processes and threads")
            }
            voices[speaker] = Voice(command: (command, line, time))
        } else if line.text.starts(with: "Incoming APDU".utf8) {
            guard let command = voices[speaker]?.command else { throw line.fault("Outgoing APDU before its answer") }
            let count = try announced(line, 0...TraceBuilder.answerLengths.upperBound)
            try close(command, .answer(dump(of: count)))
        } else if let stamp = OpenSCStamp(line) {
            speaker = stamp.speaker
            time = stamp.milliseconds
            try takeMessage(line)
        }
    }

    private mutating func takeMessage(_ line: TraceLine) throws(TraceSyntaxError) {
        if let name = line.rest(afterAny: "transmit: reader '"), name.last == UInt8(ascii: "'") {
            try builder.name(name.dropLast(), line)
        } else if let text = line.rest(afterAny: ": ATR     : ") {
            let bytes = Hex.decode(ascii: text.filter { $0 != UInt8(ascii: ":") }[...])
            guard let bytes, TraceBuilder.resetLengths.contains(bytes.count) else {
                throw line.fault("2 to 33 bytes in hex, colons between them", at: text.startIndex)
            }
            if atr != bytes { try builder.power(bytes, line) }
            atr = bytes
        } else if voices[speaker]?.command != nil {
            if line.rest(afterAny: "SCardTransmit") != nil, let code = line.rest(afterAny: "failed: ")?.hexNumber {
                voices[speaker]?.failure = PCSCError(rawValue: UInt32(truncatingIfNeeded: code)).channelError
            } else if line.rest(afterAny: "unable to transmit") != nil, let voice = voices[speaker],
                let command = voice.command
            {
                try close(command, .failure(voice.failure))
            }
        }
    }

    private mutating func close(
        _ command: (bytes: [UInt8], line: TraceLine, time: Int?), _ outcome: Trace.Outcome
    ) throws(TraceSyntaxError) {
        voices[speaker] = nil
        var duration: Duration?
        if let start = command.time, let end = time {
            let day = 86_400_000
            duration = .milliseconds((end - start + day) % day)
        }
        try builder.add(command.bytes, outcome, duration: duration, command.line)
    }

    /// The number in `(13 bytes):`, or of early versions in `data [   13 bytes] ====`.
    private func announced(_ line: TraceLine, _ counts: ClosedRange<Int>) throws(TraceSyntaxError) -> Int {
        let start = line.text.firstIndex { $0.isDigit } ?? line.text.endIndex
        guard let count = line.text[start...].prefix(while: \.isDigit).decimal, counts.contains(count),
            line.text[start...].drop(while: \.isDigit).starts(with: " byte".utf8)
        else { throw line.fault("a count of \(counts.lowerBound) to \(counts.upperBound) bytes", at: start) }
        return count
    }

    /// The bytes in the lines that follow: pairs of hex digits, each with a space behind it, then
    /// the same as ASCII.
    private mutating func dump(of count: Int) throws(TraceSyntaxError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            guard let line = lines.next() else { throw lines.missing("\(count - bytes.count) more bytes in hex") }
            var index = line.text.startIndex
            for _ in 0..<min(16, count - bytes.count) {
                bytes.append(try line.byte(at: index, within: line.text))
                index += 2
                guard index == line.text.endIndex || line.text[index].isBlank else {
                    throw line.fault("a space between bytes", at: index)
                }
                index = min(index + 1, line.text.endIndex)
            }
        }
        return bytes
    }
}

/// The beginning of a line that OpenSC stamps: who wrote it, and when.
private struct OpenSCStamp {
    let speaker: String
    let milliseconds: Int

    /// Reads `P:6619; T:0x140154960930880 17:27:10.184 [opensc-tool] ctx.c:727:…`; older versions
    /// write the thread alone, on Windows the date before the time.
    init?(_ line: TraceLine) {
        let text = line.text
        guard let bracket = text.prefix(120).firstIndex(of: UInt8(ascii: "[")), bracket - text.startIndex >= 13,
            line.rest(afterAny: ".c:") != nil
        else { return nil }
        let clock = text[(bracket - 13)..<bracket]
        guard clock.map({ $0.isDigit ? UInt8(ascii: "0") : $0 }).elementsEqual("00:00:00.000 ".utf8) else { return nil }
        func number(_ offset: Int, _ count: Int) -> Int {
            clock.dropFirst(offset).prefix(count).decimal ?? 0
        }
        milliseconds = ((number(0, 2) * 60 + number(3, 2)) * 60 + number(6, 2)) * 1000 + number(9, 3)
        let name = text[..<(bracket - 13)]
        let hasDate = name.count >= 11 && name.suffix(11).allSatisfy { $0.isDigit || $0.isBlank || $0 == 0x2D }
        speaker = (hasDate ? name.dropLast(11) : name).string
    }
}
