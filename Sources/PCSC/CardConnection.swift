internal import SmartCard

/// A connection to a card, with the transaction that keeps other programs off.
struct CardConnection {
    let context: ContextID
    let card: CardID
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
            activeProtocol = try calls.reconnect(card, .leave)
            try calls.beginTransaction(card)
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
