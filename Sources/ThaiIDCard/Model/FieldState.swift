public import SmartCard

/// What is known of one field of the card.
///
/// A field that failed never looks like one that the card leaves blank.
public enum FieldState<Value> {
    /// Nobody asked.
    case notRead
    /// The card holds padding only, or lacks the applet.
    case blank
    /// The card says this.
    case value(Value)
    /// The card says this and leaves a part of it open, such as the day of a birth.
    case partial(Value)
    /// It was asked for and could not be had.
    case failed(FieldFailure)

    /// The value, whole or partial.
    public var value: Value? {
        switch self {
        case .value(let value), .partial(let value): value
        case .notRead, .blank, .failed: nil
        }
    }

    /// The same state of another value.
    public func map<Other>(_ transform: (Value) throws -> Other) rethrows -> FieldState<Other> {
        switch self {
        case .notRead: .notRead
        case .blank: .blank
        case .value(let value): .value(try transform(value))
        case .partial(let value): .partial(try transform(value))
        case .failed(let failure): .failed(failure)
        }
    }
}

extension FieldState: Equatable where Value: Equatable {}
extension FieldState: Sendable where Value: Sendable {}

/// Why a field could not be had.
public enum FieldFailure: Error, Hashable, Sendable {
    /// The card refused it, with this status word.
    case refused(StatusWord)
    /// The exchange broke down.
    case noAnswer
    /// The answer has the wrong length.
    case wrongLength
    /// The bytes are not what this field can hold.
    case malformed
    /// Whoever made the recording that was read never asked a card for it. A card in a reader never
    /// yields this.
    case notRecorded
}
