internal import SmartCard
internal import ThaiIDCard

/// Where a recording's text is not what it should be.
public struct TraceSyntaxError: Error, Hashable, Sendable {
    /// Line, from 1.
    public let line: Int
    /// Byte of the line, from 1.
    public let column: Int
    /// What could have stood there.
    public let expected: String
}

extension Trace {
    /// The longest text that is read: a full read takes about 14 KiB.
    public static let longestText = 1 << 20

    /// Reads the format that `text` writes.
    ///
    /// - Throws: `TraceSyntaxError` with the place and what was expected there.
    public init(parsing text: [UInt8]) throws(TraceSyntaxError) {
        guard text.count <= Self.longestText else {
            throw TraceSyntaxError(line: 1, column: 1, expected: "at most \(Self.longestText) bytes of text")
        }
        var parser = TraceParser()
        var (start, number) = (text.startIndex, 0)
        while start <= text.endIndex {
            let end = text[start...].firstIndex(of: 0x0A) ?? text.endIndex
            number += 1
            try parser.take(text[start..<end], number: number)
            start = end + 1
        }
        self = try parser.finish()
    }
}

/// Reads a recording line by line.
private struct TraceParser {
    private var trace = Trace()
    private var hasVersion = false
    private var pending: [UInt8]?
    private var number = 0

    private static let space = UInt8(ascii: " ")

    mutating func take(_ raw: ArraySlice<UInt8>, number: Int) throws(TraceSyntaxError) {
        self.number = number
        let line = raw.last == 0x0D ? raw.dropLast() : raw
        guard let first = line.first(where: { $0 != Self.space }), first != UInt8(ascii: "#") else { return }
        let wordEnd = line.firstIndex(of: Self.space) ?? line.endIndex
        let word = String(decoding: line[..<wordEnd], as: UTF8.self)
        let rest = line[wordEnd...].drop { $0 == Self.space }
        let column = rest.startIndex - line.startIndex + 1
        guard hasVersion else {
            guard word == "thaiid-trace", rest.elementsEqual("1".utf8) else { throw expected("thaiid-trace 1") }
            hasVersion = true
            return
        }
        if pending != nil, word != "<", word != "!" { throw expected("an answer (<) or a failure (!)") }
        try takeWord(word, rest, column)
    }

    private mutating func takeWord(_ word: String, _ rest: ArraySlice<UInt8>, _ column: Int) throws(TraceSyntaxError) {
        switch word {
        case "recorded" where trace.events.isEmpty && trace.recordedAt == nil:
            let text = String(decoding: rest, as: UTF8.self)
            guard Moment.hasShape(text.utf8) else { throw expected("a time such as 2026-11-23T09:41:07+07:00", column) }
            trace.recordedAt = text
        case "reader" where trace.events.isEmpty && trace.reader == nil:
            trace.reader = SafeText.clean(String(decoding: rest, as: UTF8.self))
        case "atr":
            trace.events.append(.powered(ATR(try hex(rest, column, 2...33))))
        case ">" where !trace.events.isEmpty:
            pending = try hex(rest, column, 4...261)
        case "<":
            try close(.answer(try hex(rest, column, 0...65_538)), column)
        case "!":
            guard let failure = FailureWord.read(String(decoding: rest, as: UTF8.self)) else {
                throw expected("one of: " + FailureWord.all.joined(separator: ", "), column)
            }
            try close(.failure(failure), column)
        case "~":
            guard let count = Int64(String(decoding: rest, as: UTF8.self)), (0...3_600_000_000).contains(count),
                case .exchange(var exchange) = trace.events.last, exchange.duration == nil
            else { throw expected("microseconds, once after an answer", column) }
            exchange.duration = .microseconds(count)
            trace.events[trace.events.count - 1] = .exchange(exchange)
        default:
            throw expected(trace.events.isEmpty ? "recorded, reader or atr" : "atr, >, <, !, ~ or a comment (#)")
        }
    }

    private mutating func close(_ outcome: Trace.Outcome, _ column: Int) throws(TraceSyntaxError) {
        guard let command = pending else { throw expected("a command (>) before its answer") }
        trace.events.append(.exchange(Trace.Exchange(command, outcome)))
        pending = nil
    }

    func finish() throws(TraceSyntaxError) -> Trace {
        guard hasVersion else { throw expected("thaiid-trace 1") }
        guard pending == nil else { throw expected("an answer (<) or a failure (!)") }
        guard !trace.events.isEmpty else { throw expected("atr") }
        return trace
    }

    private func hex(
        _ text: ArraySlice<UInt8>, _ column: Int, _ counts: ClosedRange<Int>
    ) throws(TraceSyntaxError) -> [UInt8] {
        let digits = text.contains(Self.space) ? text.filter { $0 != Self.space }[...] : text
        guard let bytes = Hex.decode(ascii: digits), counts.contains(bytes.count) else {
            throw expected("\(counts.lowerBound) to \(counts.upperBound) bytes as pairs of hex digits", column)
        }
        return bytes
    }

    private func expected(_ what: String, _ column: Int = 1) -> TraceSyntaxError {
        TraceSyntaxError(line: number, column: column, expected: what)
    }
}
