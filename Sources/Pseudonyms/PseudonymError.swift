internal import CardTrace

/// Why a recording gets no pseudonym.
public enum PseudonymError: Error, Hashable, Sendable {
    /// It holds bytes of which nobody knows what they say.
    case unknownBytes([UnknownBytes])
    /// A value of the original was found in what was to be written: the key of its field.
    case originalFound(field: String)
    /// It contradicts itself more often than one card, or a few in turn, can.
    case tooManyCards
}

/// Bytes of a recording of which nobody knows what they say.
public struct UnknownBytes: Hashable, Sendable {
    /// What they are part of.
    public enum Place: Hashable, Sendable {
        /// The answer to reset.
        case answerToReset
        /// The command of the exchange of this number, from 1.
        case command(Int)
        /// The answer of the exchange of this number.
        case answer(Int)
    }

    /// What they are part of.
    public let place: Place
    /// How many they are.
    public let count: Int

    /// Counts bytes at a place.
    package init(place: Place, count: Int) {
        self.place = place
        self.count = count
    }
}
