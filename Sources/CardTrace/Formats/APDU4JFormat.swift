internal import SmartCard
internal import ThaiIDCard

extension TraceFormat {
    /// The dump of apdu4j, known by a comment `# ATR:` before its first line of hex.
    ///
    /// The shape is that of apdu4j's `DumpingBIBO`, and of `LoggingCardTerminal` before it: comments,
    /// then lines of hex, by turns a command and its answer with the status word. Between the two
    /// stands a comment with the time: `# 24ms`, earlier `# Received in 1s24ms`. A command without
    /// an answer has no place in it: apdu4j refuses a dump with an odd number of lines. When it was
    /// made and with which reader, only `LoggingCardTerminal` says.
    public static let apdu4j = TraceFormat(
        "apdu4j", Bilingual("ไฟล์ dump ของ apdu4j", "apdu4j's dump"), bearsMark: APDU4JFormat.isMarked,
        reader: APDU4JFormat.read, writer: APDU4JFormat.write)
}

enum APDU4JFormat {
    private static let atr = "# ATR: "
    private static let protocolName = "# PROTOCOL: "
    private static let using = "# Using "
    private static let generated = "# Generated on "
    /// Comments without content.
    private static let plain: Set<String> = ["#", "# Sent", "# Received"]

    static func isMarked(_ bytes: [UInt8]) -> Bool {
        var lines = TraceLines(bytes)
        var hasATR = false
        while let whole = lines.next() {
            let line = whole.part(whole.trimmed)
            let text = line.text
            if text.first == UInt8(ascii: "#") {
                hasATR = hasATR || line.rest(after: atr) != nil
            } else if !text.isEmpty {
                return hasATR && Hex.decode(ascii: text) != nil
            }
        }
        return hasATR
    }

    static func read(_ bytes: [UInt8]) throws(TraceSyntaxError) -> TraceReading {
        var builder = TraceBuilder()
        var lines = TraceLines(bytes)
        var command: (bytes: [UInt8], time: Duration?)?
        while let whole = lines.next() {
            let line = whole.part(whole.trimmed)
            let text = line.text
            if text.isEmpty { continue }
            if text.first != UInt8(ascii: "#") {
                if let (sent, time) = command {
                    let answer = try line.bytes(text, TraceBuilder.answerLengths)
                    try builder.add(sent, .answer(answer), duration: time, line)
                    command = nil
                } else {
                    command = (try line.bytes(text, TraceBuilder.commandLengths), nil)
                }
            } else if let digits = line.rest(after: atr) {
                guard command == nil else { throw line.fault("an answer in hex, or its time") }
                try builder.power(line.bytes(digits, TraceBuilder.resetLengths), line)
            } else if let name = line.rest(after: using) {
                try builder.name(name, line)
            } else if let time = line.rest(after: generated) {
                if let time = moment(time.string) { builder.recordedAt = time } else { builder.lose(.recordingTime) }
            } else if command != nil, let time = duration(text) {
                command?.time = time
            } else if line.rest(after: protocolName) == nil, !plain.contains(text.string) {
                builder.lose(.comments)
            }
        }
        guard command == nil else { throw lines.missing("an answer in hex to the command above") }
        return try builder.finish(lines)
    }

    /// The time that a comment such as `# 24ms` or `# Received in 1s24ms` tells.
    private static func duration(_ comment: ArraySlice<UInt8>) -> Duration? {
        let text = comment.string
        let words = ["# Received in ", "# "].first { text.hasPrefix($0) }
        guard let words, text.hasSuffix("ms") else { return nil }
        let parts = text.utf8.dropFirst(words.utf8.count).dropLast(2)
            .split(separator: UInt8(ascii: "s"), maxSplits: 1, omittingEmptySubsequences: false)
            .map { Array($0)[...].decimal }
        switch (parts.count, parts.first ?? nil, parts.last ?? nil) {
        case (1, let milliseconds?, _): return .milliseconds(min(milliseconds, 1 << 40))
        case (2, let seconds?, let milliseconds?):
            return .seconds(min(seconds, 1 << 30)) + .milliseconds(min(milliseconds, 1 << 40))
        default: return nil
        }
    }

    /// When the dump was made: as this tool writes it, or as Java does in English
    /// (`Wed, 31 Dec 2014 18:10:35 +0200 by apdu4j`).
    private static func moment(_ text: String) -> String? {
        let words = text.split(separator: " ").map(String.init)
        if let first = words.first, Moment.hasShape(first.utf8) { return first }
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard words.count >= 6, let month = months.firstIndex(of: words[2]), words[5].count == 5 else { return nil }
        let day = words[1].utf8.count == 1 ? "0\(words[1])" : words[1]
        let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
        let time = "\(words[3])-\(number)-\(day)T\(words[4])\(words[5].prefix(3)):\(words[5].suffix(2))"
        return Moment.hasShape(time.utf8) ? time : nil
    }

    static func write(_ trace: Trace) -> ConvertedTrace {
        var losses: [TraceLoss] = []
        var lines: [String] = []
        if let time = trace.recordedAt {
            if Moment.hasShape(time.utf8) { lines.append(generated + time) } else { losses.append(.recordingTime) }
        }
        if let name = trace.reader.map(SafeText.line), name.utf8.count <= TraceBuilder.longestName {
            lines.append(using + name)
            if name != trace.reader { losses.append(.unsafeCharacters) }
        } else if trace.reader != nil {
            losses.append(.readerName)
        }
        var (unanswered, cut, fractions, lacksTimes) = (0, 0, false, false)
        for event in trace.events {
            switch event {
            case .powered(let value):
                let name = value.protocols.contains(1) && !value.protocols.contains(0) ? "T=1" : "T=0"
                lines += [atr + "\(value)", protocolName + name, "#"]
            case .exchange(let exchange):
                switch exchange.outcome {
                case .failure(let error):
                    unanswered += 1
                    let word = FailureWord.write(error) ?? "communication"
                    lines.append("# No answer to \(Hex.encode(exchange.command)): \(word)")
                case .answer(let answer) where answer.count < 2:
                    cut += 1
                    lines.append("# No status word to \(Hex.encode(exchange.command))")
                case .answer(let answer):
                    lines.append(Hex.encode(exchange.command))
                    if exchange.hasUnsoundTime {
                        lacksTimes = true
                    } else if let time = exchange.duration?.microseconds {
                        lines.append("# \(time / 1000)ms")
                        fractions = fractions || time % 1000 != 0
                    }
                    lines.append(Hex.encode(answer))
                }
            }
        }
        if lacksTimes { losses.append(.times) }
        if fractions { losses.append(.fractions) }
        if unanswered > 0 { losses.append(.unansweredCommands(unanswered)) }
        if cut > 0 { losses.append(.answersWithoutStatus(cut)) }
        return ConvertedTrace(lines: lines, losses: losses)
    }
}
