internal import SmartCard

/// A connection to a card, with the transaction that keeps other programs off.
struct CardConnection {
    let context: ContextID
    let card: CardID
    /// What was asked for.
    var protocols: TransmissionProtocol
    var activeProtocol: TransmissionProtocol
    var atr: ATR
    /// The reader's state before connecting. Another count of events means another insertion.
    let state: ReaderState

    /// Begins the transaction, once more if another program reset the card since the connection
    /// was made. Blocks while another program holds a transaction.
    mutating func beginTransaction(_ calls: any PCSCCalls) throws(PCSCError) {
        do {
            try calls.beginTransaction(card)
        } catch .resetCard {
            try reconnect(calls, .leave)
            try calls.beginTransaction(card)
        }
    }

    /// Takes the connection up again; over T=0 alone where the card does not do so otherwise. One
    /// that is only mute after a reset needs its power cut first, which is the caller's to ask for.
    mutating func reconnect(_ calls: any PCSCCalls, _ disposition: CardDisposition) throws(PCSCError) {
        do {
            activeProtocol = try calls.reconnect(card, disposition, over: protocols)
        } catch {
            let isMute = error.channelError == .cardMute
            guard protocols != .t0, error.mayLieInTheChoice, disposition != .reset || !isMute else { throw error }
            activeProtocol = try calls.reconnect(card, disposition, over: .t0)
            protocols = .t0
        }
    }

    /// The card's answer to its last reset, or the one known before where the service has none.
    func readATR(_ calls: any PCSCCalls) throws(PCSCError) -> ATR {
        let bytes = try calls.atr(card)
        return bytes.isEmpty ? atr : ATR(bytes)
    }

    /// Ends transaction and connection. Disconnecting also frees a transaction that was begun
    /// twice, or that a removal kept from being ended.
    func close(_ calls: any PCSCCalls, _ disposition: CardDisposition) {
        calls.endTransaction(card, disposition)
        calls.disconnect(card, .leave)
        calls.releaseContext(context)
    }
}

/// What becomes of a card when a program lets go of it.
public enum CardDisposition: UInt32, Hashable, Sendable, CaseIterable {
    /// It stays as it is, with the application that was selected last.
    case leave = 0
    /// It is reset: nothing stays selected, and other programs are told.
    case reset = 1
    /// Its power is cut.
    case unpower = 2
}
