internal import SmartCard

/// A card in a reader, connected and kept from other programs.
final class ReaderChannel: CardChannel {
    let calls: any PCSCCalls
    let pacing: Pacing
    let watch: Abandonment
    private(set) var connection: CardConnection

    init(_ connection: CardConnection, calls: any PCSCCalls, pacing: Pacing, watch: Abandonment) {
        self.connection = connection
        self.calls = calls
        self.pacing = pacing
        self.watch = watch
    }

    var atr: ATR { connection.atr }

    func transmit(_ command: CommandAPDU) throws(ChannelError) -> ResponseAPDU {
        guard !watch.isAbandoned else { throw .timedOut }
        let bytes: [UInt8]
        do throws(PCSCError) {
            bytes = try calls.transmit(connection.card, command.bytes, over: connection.activeProtocol)
        } catch {
            throw verdict(on: error)
        }
        guard let answer = ResponseAPDU(bytes: bytes) else { throw verdict(onShortAnswer: bytes.count) }
        return answer
    }

    /// Resets the card, by cutting its power where it does not answer otherwise, and begins the
    /// transaction again: a reset by another program ended it.
    func reset() throws(ChannelError) {
        guard !watch.isAbandoned else { throw .timedOut }
        do throws(PCSCError) {
            try watch.within(pacing.transactionLimit, orElse: .notConnected(.cardInUse)) {
                () throws(PCSCError) in
                try reconnect()
                try connection.beginTransaction(calls)
            }
            connection.atr = try connection.readATR(calls)
        } catch {
            throw verdict(on: error)
        }
        // A reset revives the connection even where another card is in by now.
        guard whatIsLeft(patience: .zero) != .cardGone else { throw .cardRemoved }
    }

    private func reconnect() throws(PCSCError) {
        do {
            try connection.reconnect(calls, .reset)
        } catch .unresponsiveCard {
            try connection.reconnect(calls, .unpower)
        } catch .unpoweredCard {
            try connection.reconnect(calls, .unpower)
        }
    }

    /// Lets go of the card.
    func close(_ disposition: CardDisposition) { connection.close(calls, disposition) }
}
