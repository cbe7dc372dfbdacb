/// Where the register's rows are kept. It knows no key, opens no box and asks nobody's right.
package protocol RegisterStore: AnyObject, Sendable {
    /// Hands over one snapshot: nothing written meanwhile is seen, and no writer is waited for.
    func read<R>(_ body: (any StoreReading) throws -> R) throws -> R

    /// Runs one transaction beside which nobody writes, undone where the body throws.
    ///
    /// Once this has returned, all is on the disk; keys (`PersonKeyRow` and what stands with it) were there before data were.
    func write<R>(_ body: (any StoreWriting) throws -> R) throws -> R

    /// Leaves nothing of what was deleted where the store is.
    ///
    /// - Throws: `.busy` where somebody reads what was there before for longer than one waits.
    func scrub() throws(StoreError)

    /// Lets go of the files; nothing may be asked afterwards.
    func close()
}
