internal import SmartCard
internal import ThaiIDCard

extension TraceFormat {
    /// What cardpeek saves as a replay (`.clf`) and replays, known by its first line.
    ///
    /// The shape is that of cardpeek 0.8.4: two comments, then `R:` and an answer to reset for each
    /// time the card was powered, `C:command:status word:data` for each exchange, and `# end`.
    /// Early versions called the file an emulator's.
    public static let cardpeek = TraceFormat(
        "cardpeek", Bilingual("ไฟล์ replay ของ cardpeek (.clf)", "cardpeek's replay file (.clf)"),
        bearsMark: CardpeekFormat.isMarked, reader: CardpeekFormat.read, writer: CardpeekFormat.write)
}

enum CardpeekFormat {
    /// cardpeek reads a line into 1,024 bytes, the line's end and a NUL among them, and refuses the
    /// whole file where one is longer.
    static let longestLine = 1022
    /// What cardpeek writes for a status word when there was no answer.
    static let noAnswer = StatusWord(rawValue: 0x6FFF)

    private static let marks = ["# cardpeek trace file", "# cardpeek emulator"]
    private static let version = "# version 0"
    private static let end = "# end"

    static func isMarked(_ bytes: [UInt8]) -> Bool {
        let first = TraceLines.head(of: bytes, 1).first?.trimmed ?? []
        return marks.contains { first.elementsEqual($0.utf8) }
    }

    static func read(_ bytes: [UInt8]) throws(TraceSyntaxError) -> TraceReading {
        var builder = TraceBuilder()
        var lines = TraceLines(bytes)
        var hasEnded = false
        while let line = lines.next() {
            guard let first = line.text.first else { continue }
            if first == UInt8(ascii: "#") {
                let comment = line.trimmed.string
                hasEnded = hasEnded || comment == end
                if comment != end, comment != version, !marks.contains(comment) { builder.lose(.comments) }
            } else if hasEnded {
                throw line.fault("nothing after \(end)")
            } else if let digits = line.rest(after: "R:") {
                try builder.power(line.bytes(digits, TraceBuilder.resetLengths), line)
            } else if let exchange = line.rest(after: "C:") {
                try add(exchange, line, to: &builder)
            } else {
                throw line.fault("R:, C: or a comment (#)")
            }
        }
        guard hasEnded else { throw lines.missing(end) }
        return try builder.finish(lines)
    }

    private static func add(
        _ text: ArraySlice<UInt8>, _ line: TraceLine, to builder: inout TraceBuilder
    ) throws(TraceSyntaxError) {
        let parts = text.split(separator: UInt8(ascii: ":"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw line.fault("C:command:status word:data", at: text.endIndex) }
        let command = try line.bytes(parts[0], TraceBuilder.commandLengths)
        let status = try line.bytes(parts[1], 2...2)
        let data = try line.bytes(parts[2], 0...(TraceBuilder.answerLengths.upperBound - 2))
        let failed = data.isEmpty && status == [noAnswer.sw1, noAnswer.sw2]
        try builder.add(command, failed ? .failure(.communication) : .answer(data + status), line)
    }

    static func write(_ trace: Trace) -> ConvertedTrace {
        var lines = [marks[0], version]
        var (reasons, alike, long) = (0, 0, 0)
        for event in trace.events {
            switch event {
            case .powered(let atr): lines.append("R:\(atr)")
            case .exchange(let exchange):
                var answer = ResponseAPDU(status: noAnswer)
                switch exchange.outcome {
                case .answer(let bytes):
                    answer = ResponseAPDU(bytes: bytes) ?? answer
                    if answer == ResponseAPDU(status: noAnswer) { alike += 1 }
                case .failure(let error):
                    if error != .communication { reasons += 1 }
                }
                let line = "C:\(Hex.encode(exchange.command)):\(answer.status):\(Hex.encode(answer.data))"
                if line.utf8.count <= longestLine { lines.append(line) } else { long += 1 }
            }
        }
        var losses: [TraceLoss] = []
        if trace.recordedAt != nil { losses.append(.recordingTime) }
        if trace.reader != nil { losses.append(.readerName) }
        if trace.hasTimes { losses.append(.times) }
        if reasons > 0 { losses.append(.failureReasons(reasons)) }
        if alike > 0 { losses.append(.answersLikeFailures(alike)) }
        if long > 0 { losses.append(.longExchanges(long)) }
        return ConvertedTrace(lines: lines + [end], losses: losses)
    }
}
