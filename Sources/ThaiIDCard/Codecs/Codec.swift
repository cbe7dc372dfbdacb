/// How bytes on the card stand for a value, in both directions.
struct Codec<Value: Sendable>: Sendable {
    /// How many of the field's bytes are needed, judged by those known from its start on.
    /// `nil` where it is always all of them.
    var extent: (@Sendable (_ known: ArraySlice<UInt8>, _ count: Int) -> Int)?
    /// How many bytes at its start the field can do without, where a recording lacks them.
    var spareHead = 0
    /// Whether the field holds nothing; called with all needed bytes.
    var isBlank: @Sendable (ArraySlice<UInt8>) -> Bool = { $0.allSatisfy(Padding.contains) }
    /// Whether values are of any length, with padding behind them: one without any may have been cut.
    var mayBeCut = false
    /// What the bytes say, and what is odd about them.
    var decode: @Sendable (ArraySlice<UInt8>) -> Decoded<Value>
    /// The bytes that say this, without padding; `nil` where none can.
    var encode: @Sendable (Value) -> [UInt8]?
    /// The value among the kinds that formats know.
    var wrap: @Sendable (Value) -> FieldValue
    /// The way back, `nil` for a value of another kind.
    var unwrap: @Sendable (FieldValue) -> Value?
}

extension Codec {
    /// What all of a field's bytes say, padding included.
    func read(_ bytes: ArraySlice<UInt8>) -> Decoded<Value> {
        if isBlank(bytes) { return Decoded(state: .blank) }
        let decoded = decode(bytes)
        guard mayBeCut, let last = bytes.last, !Padding.contains(last), let value = decoded.state.value else {
            return decoded
        }
        return Decoded(state: .partial(value), oddities: decoded.oddities + [.textFull])
    }
}

/// What bytes said.
struct Decoded<Value> {
    var state: FieldState<Value>
    var oddities: [Warning.Kind] = []
}

/// What fills the card's fixed widths up: spaces, on some cards NULs, and FF where memory was erased
/// and never written. No text, date or photo ends with one of them.
enum Padding {
    static func contains(_ byte: UInt8) -> Bool {
        // 00 and FF in one comparison: an area of 5,118 bytes is looked at after each READ.
        byte == 0x20 || byte &+ 1 <= 1
    }

    /// The bytes up to the padding at the end.
    static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let end = bytes.lastIndex { !contains($0) }.map { $0 + 1 } ?? bytes.startIndex
        return bytes[bytes.startIndex..<end]
    }
}
