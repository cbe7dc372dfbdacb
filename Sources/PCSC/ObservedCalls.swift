internal import SmartCard

/// Calls of PC/SC of which an observer is told once they have returned.
struct ObservedCalls: PCSCCalls {
    let calls: any PCSCCalls
    let observe: @Sendable (any Observation) -> Void

    func establishContext() throws(PCSCError) -> ContextID {
        try observed(.establishContext) { () throws(PCSCError) in try calls.establishContext() }
    }

    func releaseContext(_ context: ContextID) -> PCSCError? {
        observed(.releaseContext) { calls.releaseContext(context) }
    }

    func cancel(_ context: ContextID) -> PCSCError? { observed(.cancel) { calls.cancel(context) } }

    func listReaders(_ context: ContextID) throws(PCSCError) -> [String] {
        try observed(.listReaders) { () throws(PCSCError) in try calls.listReaders(context) }
    }

    func waitForChange(
        _ context: ContextID, from states: [ReaderState], timeout: Duration
    ) throws(PCSCError) -> [ReaderState] {
        try observed(.waitForChange(readers: states.map(\.name), timeout: timeout)) { () throws(PCSCError) in
            try calls.waitForChange(context, from: states, timeout: timeout)
        }
    }

    func connect(
        _ context: ContextID, _ reader: String, over protocols: TransmissionProtocol?
    ) throws(PCSCError) -> (card: CardID, protocol: TransmissionProtocol) {
        try observed(.connect(reader: reader, isDirect: protocols == nil)) { () throws(PCSCError) in
            try calls.connect(context, reader, over: protocols)
        }
    }

    func reconnect(
        _ card: CardID, _ disposition: CardDisposition, over protocols: TransmissionProtocol
    ) throws(PCSCError) -> TransmissionProtocol {
        try observed(.reconnect(disposition)) { () throws(PCSCError) in
            try calls.reconnect(card, disposition, over: protocols)
        }
    }

    func disconnect(_ card: CardID, _ disposition: CardDisposition) -> PCSCError? {
        observed(.disconnect(disposition)) { calls.disconnect(card, disposition) }
    }

    func beginTransaction(_ card: CardID) throws(PCSCError) {
        try observed(.beginTransaction) { () throws(PCSCError) in try calls.beginTransaction(card) }
    }

    func endTransaction(_ card: CardID, _ disposition: CardDisposition) -> PCSCError? {
        observed(.endTransaction(disposition)) { calls.endTransaction(card, disposition) }
    }

    func atr(_ card: CardID) throws(PCSCError) -> [UInt8] {
        try observed(.status) { () throws(PCSCError) in try calls.atr(card) }
    }

    func transmit(
        _ card: CardID, _ command: [UInt8], over protocol: TransmissionProtocol
    ) throws(PCSCError) -> [UInt8] {
        try observed(.transmit) { () throws(PCSCError) in try calls.transmit(card, command, over: `protocol`) }
    }

    private func observed<Value>(
        _ function: LibraryCall.Function, _ call: () throws(PCSCError) -> Value
    ) throws(PCSCError) -> Value {
        let start = ContinuousClock.now
        do {
            let value = try call()
            observe(LibraryCall(function, nil, ContinuousClock.now - start))
            return value
        } catch {
            observe(LibraryCall(function, error, ContinuousClock.now - start))
            throw error
        }
    }

    /// A call whose failure changes nothing, and is only told.
    private func observed(_ function: LibraryCall.Function, _ call: () -> PCSCError?) -> PCSCError? {
        let start = ContinuousClock.now
        let failure = call()
        observe(LibraryCall(function, failure, ContinuousClock.now - start))
        return failure
    }
}
