import VirtualCard

/// One virtual reader, and the cards that take turns in it.
final class CardSlot {
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
    init(host: String, port: UInt16, cards: [EmulatedCard], faults: [Fault], recurs: Bool) {
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
    func insert(_ number: Int) throws(ToolError) {
        guard let place = cards.firstIndex(where: { $0.number == number }) else { return }
        remove()
        try settle()
        turn = place
        let card = current.card().again(faults: faults)
        inside = (try reaching { () throws(VPCDLink.LinkError) in try VPCDLink(host: host, port: port) }, card)
    }

    /// Puts the next card in, after the last the first again.
    func next() throws(ToolError) { try insert(cards[(turn + 1) % cards.count].number) }

    /// Takes the card out. What happened at one exchange has happened.
    func remove() {
        guard let card = inside?.card else { return }
        inside = nil
        isStale = true
        if !recurs { faults.removeAll { $0.exchange.map { $0 <= card.commandCount } ?? false } }
    }

    /// Waits until the service knows that the card went.
    func settle() throws(ToolError) {
        guard isStale else { return }
        try reaching { () throws(VPCDLink.LinkError) in
            try VPCDLink.waitUntilEmpty(host: host, port: port, isInUse: true)
        }
        isStale = false
    }

    /// Answers the reader; `false` where a fault pulled the card instead.
    func serve() throws(ToolError) -> Bool {
        guard let (link, card) = inside else { return true }
        switch try reaching({ () throws(VPCDLink.LinkError) in try link.serveNext(card) }) {
        case .goesOn: return true
        case .cardPulled: return false
        case .readerClosed: throw .noVirtualReader("\(host):\(port): the reader closed the link")
        }
    }

    /// What it means that the service does not look at the card.
    var overlooked: ToolError { .noVirtualReader("\(host):\(port): nobody looks into the reader") }

    private func reaching<Result>(_ body: () throws(VPCDLink.LinkError) -> Result) throws(ToolError) -> Result {
        do { return try body() } catch { throw .noVirtualReader("\(host):\(port): \(error)") }
    }
}
