internal import SmartCard

/// Makes the connection to a card, with patience for what passes: contacts that bounce, a card
/// that has no power yet, another program that is about to finish.
///
/// A card that is in and healthy is connected to at once. What hangs is not tried again.
struct CardConnector {
    let calls: any PCSCCalls
    let pacing: Pacing
    let watch: Abandonment
    let reader: String
    /// The reader's count of events while the card that is meant is in; `nil` for any card.
    var insertion: UInt16?

    /// What earlier tries have shown.
    private struct History {
        /// A card was there; if it no longer is, it went.
        var sawCard: Bool
        /// How often the service broke off while connecting.
        var breaks = 0
        /// Whether the card did not answer to power.
        var wasMute = false
        /// Whether no other try comes after this one.
        var isLast = false
    }

    /// Connects and begins the transaction, in as many tries as `Pacing.retries` allows.
    ///
    /// - Parameter freshlyInserted: whether the card came a moment ago and its contacts may bounce.
    func connect(freshlyInserted: Bool) throws(CardSessionError) -> CardConnection {
        var history = History(sawCard: freshlyInserted)
        if freshlyInserted { pacing.pause(pacing.settle) }
        for delay in pacing.retries {
            do throws(ConnectFailure) {
                return try attempt(&history)
            } catch {
                guard error.passes, !watch.isAbandoned else { throw error.reason }
            }
            pacing.pause(delay)
        }
        history.isLast = true
        do throws(ConnectFailure) { return try attempt(&history) } catch { throw error.reason }
    }

    private func attempt(_ history: inout History) throws(ConnectFailure) -> CardConnection {
        guard !watch.isAbandoned else { throw ConnectFailure(.timedOut) }
        let context = try openContext(history)
        do throws(ConnectFailure) {
            let state = try lookForCard(context, &history)
            var connection = try connect(context, state, &history)
            do throws(ConnectFailure) {
                try begin(&connection, &history)
                return connection
            } catch {
                calls.disconnect(connection.card, .leave)
                throw error
            }
        } catch {
            calls.releaseContext(context)
            throw error
        }
    }

    private func openContext(_ history: History) throws(ConnectFailure) -> ContextID {
        do throws(PCSCError) {
            return try watch.within(pacing.serviceLimit, orElse: .service(.timeout)) {
                () throws(PCSCError) in try calls.reachService()
            }
        } catch {
            // A service that was there a moment ago may be restarting.
            throw ConnectFailure(.service(error), passes: history.breaks > 0 && error == .noService)
        }
    }

    private func lookForCard(
        _ context: ContextID, _ history: inout History
    ) throws(ConnectFailure) -> ReaderState {
        let state: ReaderState
        do {
            state = try watch.within(pacing.serviceLimit, orElse: .service(.timeout)) {
                () throws(PCSCError) in try calls.state(of: reader, context)
            }
        } catch .unknownReader {
            throw ConnectFailure(history.sawCard ? .notConnected(.readerGone) : .noSuchReader(reader))
        } catch {
            throw failure(error, &history)
        }
        guard !state.isUnavailable else { throw ConnectFailure(.notConnected(.readerGone), passes: true) }
        guard state.isCardPresent else {
            throw history.sawCard
                ? ConnectFailure(.notConnected(.cardRemoved), passes: true) : ConnectFailure(.noCard)
        }
        if let insertion, insertion != state.eventCount { throw ConnectFailure(.anotherInsertion) }
        history.sawCard = true
        return state
    }

    private func connect(
        _ context: ContextID, _ state: ReaderState, _ history: inout History
    ) throws(ConnectFailure) -> CardConnection {
        // pcscd lets a connect wait for as long as another program's transaction lasts.
        let hung = CardSessionError.notConnected(state.isInUse ? .cardInUse : .timedOut)
        let cyclesPower = history.wasMute && !state.isInUse
        let isLast = history.isLast
        do throws(PCSCError) {
            let link = try watch.within(pacing.connectLimit, orElse: hung) {
                () throws(PCSCError) in
                try cyclesPower ? connectAnew(context, insisting: isLast) : connectToCard(context)
            }
            return CardConnection(
                context: context, card: link.card, protocols: link.asked, activeProtocol: link.active,
                atr: state.atr ?? ATR([]), state: state)
        } catch {
            throw failure(error, &history)
        }
    }

    private typealias Link = (card: CardID, asked: TransmissionProtocol, active: TransmissionProtocol)

    private func connectToCard(_ context: ContextID) throws(PCSCError) -> Link {
        let (link, asked) = try negotiate(insisting: true) { protocols throws(PCSCError) in
            try calls.connect(context, reader, over: protocols)
        }
        return (link.card, asked, link.protocol)
    }

    /// Cuts the power of a mute card and gives it again, through a connection to the reader alone.
    private func connectAnew(_ context: ContextID, insisting: Bool) throws(PCSCError) -> Link {
        let (card, _) = try calls.connect(context, reader, over: nil)
        do {
            let (active, asked) = try negotiate(insisting: insisting) { protocols throws(PCSCError) in
                try calls.reconnect(card, .unpower, over: protocols)
            }
            return (card, asked, active)
        } catch {
            calls.disconnect(card, .unpower)
            throw error
        }
    }

    /// Asks for whichever protocol the card speaks, or else for T=0 alone.
    ///
    /// - Parameter insisting: whether that is asked of a card that is mute, too: each time costs it a
    ///   second or so to be found mute.
    private func negotiate<Value>(
        insisting: Bool, _ ask: (TransmissionProtocol) throws(PCSCError) -> Value
    ) throws(PCSCError) -> (Value, TransmissionProtocol) {
        do {
            return (try ask(.either), .either)
        } catch {
            guard error.mayLieInTheChoice, insisting || error.channelError != .cardMute else { throw error }
            do throws(PCSCError) {
                return (try ask(.t0), .t0)
            } catch let second {
                // Where both fail, the card's own trouble is what the wider request ended in.
                throw second.mayLieInTheChoice ? error : second
            }
        }
    }

    private func begin(
        _ connection: inout CardConnection, _ history: inout History
    ) throws(ConnectFailure) {
        guard !watch.isAbandoned else { throw ConnectFailure(.timedOut) }
        do throws(PCSCError) {
            try watch.within(pacing.transactionLimit, orElse: .notConnected(.cardInUse)) {
                () throws(PCSCError) in try connection.beginTransaction(calls)
            }
            connection.atr = try connection.readATR(calls)
        } catch {
            throw failure(error, &history)
        }
    }

    private func failure(_ error: PCSCError, _ history: inout History) -> ConnectFailure {
        if [.communicationFailure, .noService, .serviceStopped].contains(error) { history.breaks += 1 }
        history.wasMute = error == .unresponsiveCard || error == .unpoweredCard
        return ConnectFailure(error, breaks: history.breaks)
    }
}
