internal import SmartCard

/// Makes the connection to a card, with patience for what passes: contacts that bounce, a card
/// that has no power yet, another program that is about to finish.
///
/// A card that is in and healthy is connected to at once. What hangs is not tried again.
struct CardConnector {
    let calls: any PCSCCalls
    let pacing: Pacing
    let watch: SessionWatch
    let reader: String

    /// What earlier tries have shown.
    private struct History {
        /// A card was there; if it no longer is, it went.
        var sawCard: Bool
        /// How often the service broke off while connecting.
        var breaks = 0
        /// Whether the card did not answer to power.
        var wasMute = false
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
        history.sawCard = true
        return state
    }

    private func connect(
        _ context: ContextID, _ state: ReaderState, _ history: inout History
    ) throws(ConnectFailure) -> CardConnection {
        // pcscd lets a connect wait for as long as another program's transaction lasts.
        let hung = CardSessionError.notConnected(state.isInUse ? .cardInUse : .timedOut)
        let cyclesPower = history.wasMute && !state.isInUse
        do throws(PCSCError) {
            let (card, active) = try watch.within(pacing.connectLimit, orElse: hung) {
                () throws(PCSCError) in
                try cyclesPower
                    ? connectAnew(context) : calls.connect(context, reader, direct: false)
            }
            return CardConnection(
                context: context, card: card, activeProtocol: active, atr: state.atr ?? ATR([]),
                state: state)
        } catch {
            throw failure(error, &history)
        }
    }

    /// Cuts the power of a mute card and gives it again, through a connection to the reader alone.
    private func connectAnew(
        _ context: ContextID
    ) throws(PCSCError) -> (card: CardID, protocol: TransmissionProtocol) {
        let (card, _) = try calls.connect(context, reader, direct: true)
        do {
            return (card, try calls.reconnect(card, .unpower))
        } catch {
            calls.disconnect(card, .unpower)
            throw error
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
