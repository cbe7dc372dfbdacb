package import CardRecord
internal import RegisterStore

extension Register {
    /// Does several things that change the register, each with its line in the log, in one transaction: all of them or
    /// none.
    package func perform(together requests: [Request], as account: String) throws(RegisterError) -> [JSONValue] {
        let now = now
        do {
            return try write { tx in
                try requests.map { request in
                    let act = try ActTable.entry(of: request).make(request)
                    let session = try Session(self, request, account, at: now, reading: tx, writing: tx)
                    let outcome = try act.perform(in: session)
                    try session.note(outcome.trace, in: tx)
                    return outcome.answer
                }
            }
        } catch {
            throw RegisterError(error)
        }
    }
}
