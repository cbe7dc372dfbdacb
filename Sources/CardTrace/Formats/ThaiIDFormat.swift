internal import SmartCard
internal import ThaiIDCard

extension TraceFormat {
    /// Our own format, known by its first line: `thaiid-trace 1`.
    public static let thaiid = TraceFormat(
        "thaiid", Bilingual("รูปแบบของ thaiid เอง (.trace)", "thaiid's own (.trace)"), longestFile: Trace.longestText,
        bearsMark: ThaiIDFormat.isMarked, reader: ThaiIDFormat.read, writer: ThaiIDFormat.write)
}

/// `Trace.text` and `Trace.init(parsing:)`, and what passes between them.
enum ThaiIDFormat {
    static func isMarked(_ bytes: [UInt8]) -> Bool {
        var lines = TraceLines(bytes)
        while let line = lines.next() {
            if line.text.isEmpty || isComment(line) { continue }
            return line.text.starts(with: "thaiid-trace ".utf8)
        }
        return false
    }

    /// Comments that writing does not bring back are lost.
    static func read(_ bytes: [UInt8]) throws(TraceSyntaxError) -> TraceReading {
        let trace = try Trace(parsing: bytes)
        let kept = trace.comments
        var lines = TraceLines(bytes)
        while let line = lines.next() {
            if isComment(line), !kept.contains(line.text.string) { return TraceReading(trace, losses: [.comments]) }
        }
        return TraceReading(trace)
    }

    /// What the format has no words for is left out, so that what is written can be read.
    static func write(_ trace: Trace) -> ConvertedTrace {
        var losses: [TraceLoss] = []
        var kept = Trace()
        if let time = trace.recordedAt {
            if Moment.hasShape(time.utf8) { kept.recordedAt = time } else { losses.append(.recordingTime) }
        }
        if let reader = trace.reader {
            kept.reader = SafeText.line(reader)
            if kept.reader != reader { losses.append(.unsafeCharacters) }
        }
        var (unnamed, long, lacksTimes) = (0, 0, false)
        for event in trace.events {
            guard case .exchange(var exchange) = event else {
                kept.events.append(event)
                continue
            }
            if !TraceBuilder.commandLengths.contains(exchange.command.count) || exchange.isTooLong {
                long += 1
                continue
            }
            if case .failure(let error) = exchange.outcome, FailureWord.write(error) == nil { unnamed += 1 }
            lacksTimes = lacksTimes || exchange.hasUnsoundTime
            if exchange.hasUnsoundTime { exchange.duration = nil }
            kept.events.append(.exchange(exchange))
        }
        if lacksTimes { losses.append(.times) }
        if unnamed > 0 { losses.append(.failureReasons(unnamed)) }
        if long > 0 { losses.append(.longExchanges(long)) }
        return ConvertedTrace(Array(kept.text.utf8), losses: losses)
    }

    private static func isComment(_ line: TraceLine) -> Bool { line.text.first == UInt8(ascii: "#") }
}

extension Trace.Exchange {
    /// Whether its time is negative or longer than an hour, as no real one is.
    var hasUnsoundTime: Bool {
        duration.map { $0 < .zero || $0 > TraceBuilder.longestTime } ?? false
    }

    /// Whether the answer is longer than any card's can be.
    fileprivate var isTooLong: Bool {
        if case .answer(let bytes) = outcome { bytes.count > TraceBuilder.answerLengths.upperBound } else { false }
    }
}
