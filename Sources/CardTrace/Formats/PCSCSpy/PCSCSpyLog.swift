internal import SmartCard
internal import ThaiIDCard

/// The text that libpcscspy writes into its FIFO, or a file in the FIFO's place.
struct PCSCSpyLog {
    /// A call that has begun.
    private struct Call {
        let name: String
        let line: TraceLine
        let start: (seconds: Int, microseconds: Int)
        var values: [TraceLine] = []
    }

    /// The most parameters of a call, and calls under way in different threads.
    private static let mostValues = 1000
    private static let mostThreads = 256
    private static let longestName = 40

    private var follower = PCSCSpyFollower()
    private var calls: [ArraySlice<UInt8>: Call] = [:]

    static func isMarked(_ bytes: [UInt8]) -> Bool {
        guard let first = TraceLines.head(of: bytes, 1).first, let (_, value) = split(first) else { return false }
        return (try? beginning(value))?.name.hasPrefix("SCard") == true
    }

    static func read(_ bytes: [UInt8]) throws(TraceSyntaxError) -> TraceReading {
        var log = PCSCSpyLog()
        var lines = TraceLines(bytes)
        while let line = lines.next() {
            if !line.trimmed.isEmpty { try log.take(line) }
        }
        if log.calls.values.contains(where: { $0.name == "SCardTransmit" }) {
            throw lines.missing("the end of SCardTransmit")
        }
        return try log.follower.finish(lines)
    }

    private mutating func take(_ line: TraceLine) throws(TraceSyntaxError) {
        guard let (thread, value) = Self.split(line) else { throw line.fault("a thread's number in hex and @") }
        if value.text.starts(with: ">|".utf8) {
            if let open = calls[thread] { throw value.fault("the end of \(open.name)") }
            guard calls.count < Self.mostThreads else { throw value.fault("at most \(Self.mostThreads) calls at once") }
            let call = try Self.beginning(value)
            if follower.recordedAt == nil { follower.recordedAt = Moment(secondsSince1970: call.start.seconds)?.iso }
            calls[thread] = call
        } else if value.text.starts(with: "<|".utf8) {
            guard let call = calls.removeValue(forKey: thread) else { throw value.fault("a call before its end") }
            try end(call, value)
        } else {
            guard let count = calls[thread]?.values.count else { throw value.fault("> and a call") }
            guard count < Self.mostValues else { throw value.fault("the end of the call") }
            calls[thread]?.values.append(value)
        }
    }

    /// The thread and what it writes: `7F51CC031840@…`.
    private static func split(_ line: TraceLine) -> (thread: ArraySlice<UInt8>, value: TraceLine)? {
        guard let sign = line.text.firstIndex(of: UInt8(ascii: "@")), sign > line.text.startIndex,
            line.text[..<sign].allSatisfy({ $0.hexDigit != nil })
        else { return nil }
        return (line.text[..<sign], line.part(line.text[(sign + 1)...]))
    }

    /// `>|seconds|microseconds|name`.
    private static func beginning(_ value: TraceLine) throws(TraceSyntaxError) -> Call {
        let parts = value.text.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0].elementsEqual(">".utf8), let seconds = parts[1].decimal,
            let microseconds = parts[2].decimal, microseconds < 1_000_000, parts[3].count <= longestName,
            parts[3].allSatisfy(\.isAlphanumeric)
        else { throw value.fault(">|seconds|microseconds|name of the call") }
        return Call(name: parts[3].string, line: value, start: (seconds, microseconds))
    }

    /// `<|seconds|microseconds|name|what the code means|code`.
    private mutating func end(_ call: Call, _ value: TraceLine) throws(TraceSyntaxError) {
        let parts = value.text.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
        guard parts.count == 6, parts[3].elementsEqual(call.name.utf8), let seconds = parts[1].decimal,
            let microseconds = parts[2].decimal, microseconds < 1_000_000, let code = parts[5].hexNumber
        else { throw value.fault("<|seconds|microseconds|\(call.name)|meaning|code") }
        let took =
            Duration.seconds(seconds - call.start.seconds)
            + .microseconds(microseconds - call.start.microseconds)
        for event in try Self.events(call, value, code: UInt32(truncatingIfNeeded: code), took) {
            try follower.take(event, call.line)
        }
    }

    private static func events(
        _ call: Call, _ end: TraceLine, code: UInt32, _ took: Duration
    ) throws(TraceSyntaxError) -> [PCSCSpyEvent] {
        let values = call.values
        func number(_ index: Int) -> UInt64? { values[index].text.hexNumber }
        func atr(_ value: TraceLine) -> [UInt8]? { try? value.bytes(value.text, TraceBuilder.resetLengths) }
        if call.name == "SCardTransmit" { return [try exchange(call, end, code: code, took)] }
        guard code == 0, values.count >= 2 else { return [] }
        let handle = values[0].text.string
        switch call.name {
        case "SCardConnect" where values.count >= 4:
            return [.connected(reader: values[1].text, handle: values[values.count - 2].text.string)]
        case "SCardReconnect" where values.count >= 4 && number(3) != 0: return [.unpowered(handle: handle)]
        case "SCardDisconnect" where number(1) != 0: return [.unpowered(handle: handle)]
        case "SCardEndTransaction" where number(1) != 0: return [.unpowered(handle: handle)]
        case "SCardStatus": return atr(values[values.count - 1]).map { [.atr(handle: handle, $0)] } ?? []
        case "SCardGetStatusChange" where values.count >= 3:
            guard values.count % 10 == 3, number(2) == UInt64(values.count / 10) else { return [] }
            let results = values.dropFirst(3 + values.count / 10 * 5)
            return stride(from: results.startIndex, to: results.endIndex, by: 5).map { index in
                let isEmpty = (number(index + 2) ?? 0) & 0x10 != 0
                return .reader(values[index].text, isEmpty: isEmpty, atr: atr(values[index + 4]))
            }
        default: return []
        }
    }

    /// The card's handle; since 1.9.9 a protocol and a length; the command's length and bytes; the
    /// same again for the answer.
    private static func exchange(
        _ call: Call, _ end: TraceLine, code: UInt32, _ took: Duration
    ) throws(TraceSyntaxError) -> PCSCSpyEvent {
        let values = call.values
        guard values.count == 9 || values.count == 5 else {
            throw end.fault("5 or 9 values of SCardTransmit, not \(values.count)")
        }
        func bytes(_ index: Int, _ counts: ClosedRange<Int>) throws(TraceSyntaxError) -> [UInt8] {
            let length = values[index - 1]
            guard let count = length.text.hexNumber, count <= UInt64(counts.upperBound),
                counts.contains(Int(count))
            else { throw length.fault("a length of \(counts.lowerBound) to \(counts.upperBound), in hex after 0x") }
            return try values[index].bytes(values[index].text, Int(count)...Int(count))
        }
        let command = try bytes(values.count / 2, TraceBuilder.commandLengths)
        let outcome: Trace.Outcome =
            code == 0
            ? .answer(try bytes(values.count - 1, 0...TraceBuilder.answerLengths.upperBound))
            : .failure(PCSCError(rawValue: code).channelError)
        return .exchange(handle: values[0].text.string, command: command, outcome, took)
    }
}

extension TraceFormat {
    /// What libpcscspy of pcsc-lite writes to `~/pcsc-spy`, or pcsc-spy makes of it, known by its
    /// first call.
    ///
    /// It works with closed programs. The shapes are those of pcsc-lite 1.9.9, and of the versions
    /// before, that print less of SCardTransmit: `thread@>|seconds|microseconds|SCardTransmit`, a
    /// line for each parameter, and the same with `<` and the result code; or the call's name,
    /// ` i ` and ` o ` lines with a dump of 16 bytes each, and ` => ` with the result code and the
    /// time, in colour or not.
    public static let pcscspy = TraceFormat(
        "pcscspy", Bilingual("บันทึกของ pcsc-spy", "pcsc-spy's log, raw or rendered"),
        bearsMark: { PCSCSpyLog.isMarked($0) || PCSCSpyRendering.isMarked($0) },
        reader: { bytes throws(TraceSyntaxError) in
            PCSCSpyLog.isMarked(bytes) ? try PCSCSpyLog.read(bytes) : try PCSCSpyRendering.read(bytes)
        })
}
