package import CardRecord

/// What is shown of one reader.
package struct Pane: Sendable {
    /// What the reader is at.
    package enum Content: Sendable {
        /// It waits for a card.
        case empty
        /// It is gone.
        case unplugged
        /// A card is being read.
        case reading(share: Double, text: Record?)
        /// A card was read.
        case shown(Record)
        /// A card could not be read.
        case trouble(problem: String, remedy: String, outlasts: Bool)
        /// A card is in, and was shown long enough.
        case cleared
    }

    /// A line on something that was done.
    package struct Deed: Hashable, Sendable {
        package let read: ReadID
        /// Which action; `nil` of what is said once.
        package let action: String?
        package let text: String
        package let isGood: Bool
    }

    package let reader: String
    package private(set) var content = Content.empty
    /// What was done with the last card, also when it is out.
    package private(set) var deeds: [Deed] = []
    /// The how manieth card has come.
    package private(set) var turn = 0

    package init(reader: String) { self.reader = reader }

    /// What is known of the holder of the card that is in.
    package var record: Record? {
        switch content {
        case .reading(_, let text): text
        case .shown(let record): record
        case .empty, .unplugged, .trouble, .cleared: nil
        }
    }

    /// Whether there is more to say than that a card may be put in.
    var isBusy: Bool { if case .empty = content { !deeds.isEmpty } else { !isUnplugged } }

    /// Whether the reader is gone.
    package var isUnplugged: Bool { if case .unplugged = content { true } else { false } }

    mutating func attach() { if isUnplugged { content = .empty } }

    mutating func detach() { content = .unplugged }

    mutating func insert() {
        turn += 1
        deeds = []
        content = .reading(share: 0, text: nil)
    }

    mutating func progress(to share: Double, _ text: Record?) {
        // What is told of a read that is over by now is old.
        guard case .reading(let before, let known) = content else { return }
        content = .reading(share: max(share, before), text: text ?? known)
    }

    mutating func show(_ record: Record) { content = .shown(record) }

    mutating func fail(_ problem: String, _ remedy: String, outlasts: Bool) {
        content = .trouble(problem: problem, remedy: remedy, outlasts: outlasts)
    }

    mutating func remove() {
        if case .trouble(_, _, outlasts: true) = content { return }
        if !isUnplugged { content = .empty }
    }

    mutating func clear(turn: Int) {
        if turn == self.turn, record != nil { content = .cleared }
    }

    mutating func note(_ deed: Deed) {
        if let action = deed.action, let index = deeds.firstIndex(where: { $0.action == action }) {
            deeds[index] = deed
        } else {
            deeds.append(deed)
        }
    }
}
