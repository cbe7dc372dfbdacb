package import PCSC
internal import SmartCard

/// What is found out on the way to the slot whose card is meant, for whoever looks.
package enum SlotReport: Observation {
    /// These readers are there.
    case found([ReaderState])
    /// A slot's card was asked what it is.
    case asked(reader: String, CardSearch.Answer)
    /// This is the slot.
    case chosen(reader: String, Reason)

    /// Why it is that one.
    package enum Reason: Hashable, Sendable {
        /// The user named it.
        case named
        /// No other holds a card that could be meant.
        case onlyCard
        /// No other holds a card that could be meant, and this one does not answer to power.
        case onlyMuteCard
        /// Its card answers as a Thai ID card, and no other does.
        case answers
    }

    /// Tells whoever looks, if anybody does.
    func tell() { Observer.current?(self) }
}
