internal import SmartCard

/// The calls of PC/SC as this module uses them: the system's, or a test's.
///
/// Each call blocks, and those on one context block one another; only `cancel` may come from
/// another thread. Those that let go of something do not fail: what they return is for observers.
protocol PCSCCalls: Sendable {
    /// Opens a context, the service's view of one client.
    ///
    /// - Throws: `serviceStopped` where a service is there that is of another version than the
    ///   library.
    func establishContext() throws(PCSCError) -> ContextID
    @discardableResult
    func releaseContext(_ context: ContextID) -> PCSCError?
    /// Ends a wait for changes that is in progress; a wait that is about to begin goes on.
    @discardableResult
    func cancel(_ context: ContextID) -> PCSCError?

    /// The attached readers' names, in the order in which the service has them; none is no error.
    func listReaders(_ context: ContextID) throws(PCSCError) -> [String]
    /// Waits until a reader's state differs from the one given, and says how things are then.
    ///
    /// - Throws: `timeout`, and `unknownReader` where one of them is gone.
    func waitForChange(
        _ context: ContextID, from states: [ReaderState], timeout: Duration
    ) throws(PCSCError) -> [ReaderState]

    /// Connects to a card, shared and over one of these protocols, or (`nil`) to the reader alone.
    func connect(
        _ context: ContextID, _ reader: String, over protocols: TransmissionProtocol?
    ) throws(PCSCError) -> (card: CardID, protocol: TransmissionProtocol)
    /// Takes up a connection again, shared, after a reset by others (`leave`) or with one.
    func reconnect(
        _ card: CardID, _ disposition: CardDisposition, over protocols: TransmissionProtocol
    ) throws(PCSCError) -> TransmissionProtocol
    @discardableResult
    func disconnect(_ card: CardID, _ disposition: CardDisposition) -> PCSCError?
    func beginTransaction(_ card: CardID) throws(PCSCError)
    @discardableResult
    func endTransaction(_ card: CardID, _ disposition: CardDisposition) -> PCSCError?
    /// The card's answer to its last reset.
    func atr(_ card: CardID) throws(PCSCError) -> [UInt8]
    /// One exchange; an answer beyond `SystemCalls.receiveCapacity` is `insufficientBuffer`.
    func transmit(
        _ card: CardID, _ command: [UInt8], over protocol: TransmissionProtocol
    ) throws(PCSCError) -> [UInt8]
}

/// PC/SC's number for a context.
struct ContextID: RawRepresentable, Hashable, Sendable {
    let rawValue: Int
}

/// PC/SC's number for a connection to a card.
struct CardID: RawRepresentable, Hashable, Sendable {
    let rawValue: Int
}

/// The protocol between reader and card, as PC/SC numbers it: T=0 is 1, T=1 is 2, and a choice of
/// both their sum.
struct TransmissionProtocol: RawRepresentable, Hashable, Sendable {
    let rawValue: UInt32

    static let t0 = TransmissionProtocol(rawValue: 1)
    static let t1 = TransmissionProtocol(rawValue: 2)
    /// Whichever the card speaks.
    static let either = TransmissionProtocol(rawValue: 3)
}
