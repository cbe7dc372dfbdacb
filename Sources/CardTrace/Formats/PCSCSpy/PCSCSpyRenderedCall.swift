internal import SmartCard

/// A call as pcsc-spy prints it, while its lines come in.
struct PCSCSpyRenderedCall {
    /// Bytes that a line announces and a dump then shows.
    private struct Buffer {
        var count: Int?
        var bytes: [UInt8] = []
    }

    let name: String
    let line: TraceLine
    private var handle = ""
    private var reader: ArraySlice<UInt8> = []
    private var cutsPower = false
    private var atr: [UInt8]?
    private var sent = Buffer()
    private var received = Buffer()
    private var readers: [(name: ArraySlice<UInt8>, isEmpty: Bool, atr: [UInt8]?)] = []

    init(name: String, line: TraceLine) {
        self.name = name
        self.line = line
    }

    var isTransmission: Bool { name == "SCardTransmit" }

    mutating func takeInput(_ line: TraceLine) throws(TraceSyntaxError) {
        if let text = line.rest(after: "hCard: ") {
            handle = text.string
        } else if let text = line.rest(after: "szReader ") {
            reader = text
        } else if let text = line.rest(after: "dwInitialization ") {
            cutsPower = text.prefix { !$0.isBlank }.hexNumber != 0
        } else if let text = line.rest(after: "dwDisposition: ") {
            cutsPower = !text.starts(with: "SCARD_LEAVE_CARD".utf8)
        } else if isTransmission {
            try Self.take(line, "bSendLength ", TraceBuilder.commandLengths, into: &sent)
        }
    }

    mutating func takeOutput(_ line: TraceLine) throws(TraceSyntaxError) {
        if let text = line.rest(after: "phCard ") {
            handle = text.prefix { !$0.isBlank }.string
        } else if let text = line.rest(after: "bAtr ") ?? line.rest(after: "Atr: ") {
            let bytes = try? line.bytes(text, TraceBuilder.resetLengths)
            atr = bytes
            if !readers.isEmpty { readers[readers.count - 1].atr = bytes }
        } else if let text = line.rest(after: "szReader: ") {
            readers.append((text, false, nil))
        } else if line.rest(after: "dwEventState: ") != nil, !readers.isEmpty {
            readers[readers.count - 1].isEmpty = line.rest(afterAny: "SCARD_STATE_EMPTY") != nil
        } else if isTransmission {
            try Self.take(line, "bRecvLength ", 0...TraceBuilder.answerLengths.upperBound, into: &received)
        }
    }

    /// What the call tells, once ` => Command successful. (SCARD_S_SUCCESS [0x00000000])  [0.000450]`
    /// has ended it.
    func events(atEnd end: TraceLine) throws(TraceSyntaxError) -> [PCSCSpyEvent] {
        guard let code = end.rest(afterAny: " [")?.prefix(while: { $0 != UInt8(ascii: "]") }).hexNumber else {
            throw end.fault("=> meaning (NAME [code]) [seconds]")
        }
        if isTransmission { return [try exchange(end, code: UInt32(truncatingIfNeeded: code))] }
        guard code == 0 else { return [] }
        switch name {
        case "SCardConnect": return [.connected(reader: reader, handle: handle)]
        case "SCardReconnect", "SCardDisconnect", "SCardEndTransaction":
            return cutsPower ? [.unpowered(handle: handle)] : []
        case "SCardStatus": return atr.map { [.atr(handle: handle, $0)] } ?? []
        case "SCardGetStatusChange": return readers.map { .reader($0.name, isEmpty: $0.isEmpty, atr: $0.atr) }
        default: return []
        }
    }

    private func exchange(_ end: TraceLine, code: UInt32) throws(TraceSyntaxError) -> PCSCSpyEvent {
        guard let count = sent.count, sent.bytes.count == count else { throw end.fault("the whole of bSendBuffer") }
        guard code == 0 else {
            return .exchange(
                handle: handle, command: sent.bytes, .failure(PCSCError(rawValue: code).channelError), took(end))
        }
        guard let count = received.count, received.bytes.count == count else {
            throw end.fault("the whole of bRecvBuffer")
        }
        return .exchange(handle: handle, command: sent.bytes, .answer(received.bytes), took(end))
    }

    /// The time in the last brackets; question marks where it was left out (`--diffable`).
    private func took(_ end: TraceLine) -> Duration? {
        guard let bracket = end.text.lastIndex(of: UInt8(ascii: "[")) else { return nil }
        let parts = end.text[(bracket + 1)...].prefix { $0 != UInt8(ascii: "]") }.split(separator: UInt8(ascii: "."))
        guard parts.count == 2, parts[1].count == 6, let seconds = parts[0].decimal, let fraction = parts[1].decimal
        else { return nil }
        return .seconds(seconds) + .microseconds(fraction)
    }

    /// A length, or a line of a dump: `0000 00 A4 04 00`, then the same as ASCII.
    private static func take(
        _ line: TraceLine, _ length: String, _ counts: ClosedRange<Int>, into buffer: inout Buffer
    ) throws(TraceSyntaxError) {
        if let text = line.rest(after: length) {
            guard buffer.count == nil else { throw line.fault("one length of a buffer") }
            guard let count = text.prefix(while: { !$0.isBlank }).hexNumber, count <= UInt64(counts.upperBound),
                counts.contains(Int(count))
            else { throw line.fault("a length of \(counts.lowerBound) to \(counts.upperBound)", at: text.startIndex) }
            buffer.count = Int(count)
        } else if let first = line.text.first, first.hexDigit != nil, let count = buffer.count {
            guard line.text.prefix(while: { !$0.isBlank }).allSatisfy({ $0.hexDigit != nil }) else { return }
            var index = line.text.firstIndex(where: \.isBlank) ?? line.text.endIndex
            for _ in 0..<min(16, count - buffer.bytes.count) {
                index = min(index + 1, line.text.endIndex)
                buffer.bytes.append(try line.byte(at: index, within: line.text))
                index += 2
            }
        }
    }
}
