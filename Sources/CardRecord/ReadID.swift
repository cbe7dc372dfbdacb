/// A name for one read of a card, and no other's: what files or saves a read keeps it, so that nothing is done twice.
///
/// A ULID: 26 letters and digits of Crockford's base 32, of which the first ten say the millisecond and the other
/// sixteen are random (80 bits). It says nothing of the card. Later ones sort after earlier ones.
public struct ReadID: Hashable, Sendable, CustomStringConvertible {
    /// The 26 characters, in upper case.
    public let description: String

    private static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    private static let (count, timeCount) = (26, 10)

    /// Takes what another program wrote; `nil` where it is none.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        // The first digit holds three bits: 26 digits are 130, and a ULID is 128.
        guard bytes.count == Self.count, bytes[0] <= UInt8(ascii: "7"), bytes.allSatisfy(Self.digits.contains) else {
            return nil
        }
        description = text
    }

    /// Makes a new one.
    ///
    /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
    package init(milliseconds: Int, using generator: inout some RandomNumberGenerator) {
        let time = (0..<Self.timeCount).reversed().map { Self.digits[(max(0, milliseconds) >> ($0 * 5)) & 31] }
        let random = (Self.timeCount..<Self.count).map { _ in Self.digits[Int(generator.next() & 31)] }
        description = String(decoding: time + random, as: UTF8.self)
    }

    /// Makes a new one that nobody can foresee.
    package init(milliseconds: Int) {
        var generator = SystemRandomNumberGenerator()
        self.init(milliseconds: milliseconds, using: &generator)
    }
}
