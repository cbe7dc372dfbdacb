/// The card's digit for sex.
public struct Sex: Hashable, Sendable {
    /// What the digit stands for. The raw values are those of the record.
    public enum Value: String, Hashable, Sendable, CaseIterable {
        /// `1`
        case male
        /// `2`
        case female
        /// Anything else.
        case unknown
    }

    /// The digit as it stands on the card.
    public let raw: String

    /// Takes what stands on the card.
    public init(raw: String) { self.raw = raw }

    /// What it stands for.
    public var value: Value {
        switch raw {
        case "1": .male
        case "2": .female
        default: .unknown
        }
    }
}
