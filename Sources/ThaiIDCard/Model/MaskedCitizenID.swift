/// What masking leaves of a citizen ID: its last three digits, `x-xxxx-xxxxx-00-9`.
///
/// It names nobody, and no other digits can be had from it.
public struct MaskedCitizenID: Hashable, Sendable, CustomStringConvertible {
    /// How it is written.
    public let description: String

    /// Masks a number.
    public init(_ citizenID: CitizenID) { description = citizenID.masked }

    /// Takes one as it is written; `nil` for anything else.
    public init?(_ text: String) {
        let hidden = Array("x-xxxx-xxxxx-".utf8)
        let (start, end) = (text.utf8.prefix(hidden.count), text.utf8.dropFirst(hidden.count))
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard start.elementsEqual(hidden), end.count == 4 else { return nil }
        for (place, byte) in end.enumerated() {
            guard place == 2 ? byte == UInt8(ascii: "-") : digits.contains(byte) else { return nil }
        }
        description = text
    }
}
