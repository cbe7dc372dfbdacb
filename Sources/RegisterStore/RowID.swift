/// Sixteen bytes that name a row: a UUID of version 7 (RFC 9562), a read's ULID, or a keyed hash; ordered as its bytes are.
package struct RowID: Hashable, Comparable, Sendable {
    private let high: UInt64
    private let low: UInt64

    private init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// None but for exactly sixteen bytes.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        self.init(
            high: bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) },
            low: bytes.suffix(8).reduce(0) { $0 << 8 | UInt64($1) })
    }

    /// The same, and not generic: whoever takes a million of them takes it as one.
    package init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.count == 16 else { return nil }
        var (high, low) = (0 as UInt64, 0 as UInt64)
        for byte in bytes { (high, low) = (high << 8 | low >> 56, low << 8 | UInt64(byte)) }
        self.init(high: high, low: low)
    }

    /// The form 8-4-4-4-12 in hexadecimal digits of either case.
    package init?(text: String) {
        let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard groups.map(\.count) == [8, 4, 4, 4, 12] else { return nil }
        var bytes: [UInt8] = []
        var half: UInt8?
        for digit in groups.joined() {
            guard let value = Character(UnicodeScalar(digit)).hexDigitValue.map(UInt8.init) else { return nil }
            half.map { bytes.append($0 << 4 | value) }
            half = half == nil ? value : nil
        }
        self.init(bytes)
    }

    /// A new UUID of version 7, at microseconds since 1970; what stands behind the millisecond is its fraction, then chance.
    package static func new(at micros: Int64) -> RowID {
        let time = UInt64(clamping: micros)
        let fraction = time % 1000 * 4096 / 1000
        return RowID(
            high: (time / 1000) << 16 | 0x7000 | fraction,
            low: UInt64.random(in: 0 ... .max) >> 2 | 0x8000_0000_0000_0000
        )
    }

    package var bytes: [UInt8] {
        [high, low].flatMap { half in stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: half >> $0) }
        }
    }

    /// The form 8-4-4-4-12, in lower case.
    package var text: String {
        let digits = [high, low].map { half in
            let text = String(half, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }.joined()
        var rest = digits[...]
        return [8, 4, 4, 4, 12].map { count in
            defer { rest = rest.dropFirst(count) }
            return String(rest.prefix(count))
        }.joined(separator: "-")
    }

    package static func < (one: RowID, other: RowID) -> Bool {
        (one.high, one.low) < (other.high, other.low)
    }
}
