/// The slot whose card is meant.
struct ChosenSlot: Sendable {
    /// The reader's name.
    let reader: String
    /// Whether its card came a moment ago.
    var isFresh = false
    /// The reader's count of events while that card is in; `nil` where any card will do.
    var insertion: UInt16?
    /// How long speaking to it may take.
    let time: ReadingTime
}
