extension PCSCCalls {
    /// Opens a context, or says why there is none in one of two words that callers tell apart:
    /// `securityViolation` where this user is refused, `noService` where nothing answers (pcsc-lite
    /// has more codes for that). Others stay as they are.
    func reachService() throws(PCSCError) -> ContextID {
        do {
            return try establishContext()
        } catch {
            throw error.meansServiceLost && error != .securityViolation ? .noService : error
        }
    }

    /// Runs `body` with a context that is released afterwards.
    func withContext<Value>(_ body: (ContextID) throws(PCSCError) -> Value) throws(PCSCError) -> Value {
        let context = try reachService()
        defer { releaseContext(context) }
        return try body(context)
    }

    /// How a reader is now, without waiting.
    ///
    /// - Throws: `unknownReader` where it is not there.
    func state(of reader: String, _ context: ContextID) throws(PCSCError) -> ReaderState {
        let states = try waitForChange(context, from: [ReaderState(name: reader)], timeout: .zero)
        guard let state = states.first, !state.flags.contains(.unknown) else { throw .unknownReader }
        return state
    }
}
