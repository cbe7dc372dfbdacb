internal import SmartCard

extension PCSCCalls {
    /// Opens a context, or says why there is none in one of three words that callers tell apart:
    /// `securityViolation` where this user is refused, `serviceStopped` where the service is of
    /// another version than the library, `noService` where nothing answers (pcsc-lite has more codes
    /// for that). Others stay as they are.
    func reachService() throws(PCSCError) -> ContextID {
        do {
            return try establishContext()
        } catch {
            let tellsWhy = [.securityViolation, .serviceStopped].contains(error)
            throw error.meansServiceLost && !tellsWhy ? .noService : error
        }
    }

    /// Runs `body` with a context that is released afterwards. A service that stops meanwhile is
    /// `noService`.
    func withContext<Value>(_ body: (ContextID) throws(PCSCError) -> Value) throws(PCSCError) -> Value {
        let context = try reachService()
        defer { releaseContext(context) }
        do { return try body(context) } catch .serviceStopped { throw .noService }
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
