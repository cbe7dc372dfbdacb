/// One virtual reader, and the cards that take turns in it.
package final class CardSlot {
    private let host: String
    private let port: UInt16
    private let cards: [EmulatedCard]
    private let recurs: Bool
    private var faults: [Fault]
    private var turn = 0
    private var inside: (link: VPCDLink, card: VirtualCard)?
    /// Whether the service may not yet know that the last card went.
    private var isStale = false

    /// - Parameters:
    ///   - faults: how the cards misbehave.
    ///   - recurs: whether what happens at one exchange does so after every insertion.
    package init(host: String, port: UInt16, cards: [EmulatedCard], faults: [Fault], recurs: Bool) {
        self.host = host
        self.port = port
        self.cards = cards
        self.faults = faults
        self.recurs = recurs
    }

    /// The card that is in, or was in last.
    var current: EmulatedCard { cards[turn] }
    /// Whether the service knows of the card that is in, if one is.
    var isKnown: Bool { inside?.link.isKnown ?? true }
    /// Whether a card is in.
    var isOccupied: Bool { inside != nil }
    /// Can be read from when the reader wants something of the card; `nil` without a card.
    var descriptor: Int32? { inside?.link.descriptor }

    /// Whether this is the reader of the card of that number.
    func takes(_ number: Int) -> Bool { cards.contains { $0.number == number } }

    /// Puts the card of this number in, in the place of the one that is in.
    func insert(_ number: Int) throws(EmulationError) {
        guard let place = cards.firstIndex(where: { $0.number == number }) else { return }
        remove()
        try settle()
        turn = place
        let card = current.card().again(faults: faults)
        inside = (try reaching { () throws(VPCDLink.LinkError) in try VPCDLink(host: host, port: port) }, card)
    }

    /// Puts the next card in, after the last the first again.
    func next() throws(EmulationError) { try insert(cards[(turn + 1) % cards.count].number) }

    /// Takes the card out. What happened at one exchange has happened.
    func remove() {
        guard let card = inside?.card else { return }
        inside = nil
        isStale = true
        if !recurs { faults.removeAll { $0.exchange.map { $0 <= card.commandCount } ?? false } }
    }

    /// Waits until the service knows that the card went.
    func settle() throws(EmulationError) {
        guard isStale else { return }
        try reaching { () throws(VPCDLink.LinkError) in
            try VPCDLink.waitUntilEmpty(host: host, port: port, isInUse: true)
        }
        isStale = false
    }

    /// Answers the reader; `false` where a fault pulled the card instead.
    func serve() throws(EmulationError) -> Bool {
        guard let (link, card) = inside else { return true }
        switch try reaching({ () throws(VPCDLink.LinkError) in try link.serveNext(card) }) {
        case .goesOn: return true
        case .cardPulled: return false
        case .readerClosed: throw error(.closed)
        }
    }

    /// What it means that the service does not look at the card.
    var overlooked: EmulationError { error(.overlooked) }

    private func reaching<Result>(_ body: () throws(VPCDLink.LinkError) -> Result) throws(EmulationError) -> Result {
        do { return try body() } catch { throw self.error(.link(error)) }
    }

    private func error(_ cause: EmulationError.Cause) -> EmulationError {
        EmulationError(host: host, port: port, cause: cause)
    }
}

/// Why cards can no longer take turns in a virtual reader.
package struct EmulationError: Error, Hashable {
    package enum Cause: Hashable, Sendable {
        /// The link to the reader does not come about, or broke.
        case link(VPCDLink.LinkError)
        /// The reader closed the link.
        case closed
        /// The service does not look into the reader.
        case overlooked
    }

    package let host: String
    package let port: UInt16
    package let cause: Cause

    package init(host: String, port: UInt16, cause: Cause) {
        (self.host, self.port, self.cause) = (host, port, cause)
    }
}
