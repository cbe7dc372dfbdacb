/// A card's answer: its data and the two bytes of its status word (ISO/IEC 7816-4 §5.1).
public struct ResponseAPDU: Hashable, Sendable {
    /// The answer's data, without the status word.
    public var data: [UInt8]
    /// SW1 and SW2.
    public var status: StatusWord

    /// Makes an answer.
    public init(_ data: [UInt8] = [], status: StatusWord = .success) {
        self.data = data
        self.status = status
    }

    /// Reads an answer off the wire; `nil` where the bytes do not even hold a status word.
    public init?(bytes: [UInt8]) {
        guard bytes.count >= 2 else { return nil }
        self.data = Array(bytes.dropLast(2))
        self.status = StatusWord(bytes[bytes.count - 2], bytes[bytes.count - 1])
    }

    /// The answer as it comes over the wire.
    public var bytes: [UInt8] { data + [status.sw1, status.sw2] }
}

extension ResponseAPDU: CustomStringConvertible {
    /// How much came and with which status, never what: answers hold personal data.
    public var description: String { "\(data.count) bytes, \(status)" }
}

extension ResponseAPDU: CustomReflectable {
    /// As guarded as `description`, for `dump` and debuggers.
    public var customMirror: Mirror {
        Mirror(self, children: ["count": data.count, "status": status])
    }
}
