internal import AuditLog
package import CardRecord
internal import RecordSeal
internal import RegisterModel
package import RegisterStore
internal import SmartCard
internal import Synchronization

/// The office's people, opened: the only place where right, purpose, store, seal and log meet, and the only opener
/// of boxes.
///
/// An act is done, and its line in the log is on the disk, before anything of it is told. What is not logged is not
/// shown.
package final class Register: Sendable {
    let store: any RegisterStore
    private let ring: Mutex<Keyring>
    /// How the office works.
    package let mode: Mode
    /// What names this register, and no other.
    package let id: RowID
    private let clock: @Sendable () -> RegisterTime

    /// How an office works with its register.
    package struct Mode: Hashable, Sendable {
        /// The office's name, as it stands on what is handed to people.
        package let office: String
        /// The office's own registration number, which `usage` shows; `nil` where none was said.
        package let officeNumber: String?
        /// Whether whoever opens it may do everything: one clerk's office.
        package let isOpen: Bool

        package init(office: String, officeNumber: String?, isOpen: Bool) {
            (self.office, self.officeNumber, self.isOpen) = (office, officeNumber, isOpen)
        }
    }

    init(store: any RegisterStore, ring: Keyring, mode: Mode, id: RowID, clock: @escaping @Sendable () -> RegisterTime)
    {
        (self.store, self.mode, self.id, self.clock) = (store, mode, id, clock)
        self.ring = Mutex(ring)
    }

    var keyring: Keyring { ring.withLock { $0 } }

    func replace(_ keyring: Keyring) { ring.withLock { $0 = keyring } }

    var now: RegisterTime { clock() }

    /// Does what is asked, as an account of this machine may.
    ///
    /// - Parameter emit: gets what there is many of, a line each; none before the act is in the log.
    package func perform(
        _ request: Request, as account: String, emit: (JSONValue) throws(RegisterError) -> Void
    ) throws(RegisterError) -> JSONValue {
        let entry = try ActTable.entry(of: request)
        let now = self.now
        do {
            let outcome: Outcome
            if entry.changes {
                outcome = try write { tx in
                    let session = try Session(self, request, account, at: now, reading: tx, writing: tx)
                    let outcome = try entry.make(request).perform(in: session)
                    try session.note(outcome.trace, in: tx)
                    return outcome
                }
                if outcome.leavesNothing { try store.scrub() }
            } else {
                let found = try store.read { tx in
                    let session = try Session(self, request, account, at: now, reading: tx, writing: nil)
                    return (try entry.make(request).perform(in: session), session)
                }
                // Nothing is told of what is not in the log.
                try noting { tx in
                    try found.1.countAgainstQuota(in: tx)
                    try found.1.note(found.0.trace, in: tx)
                }
                outcome = found.0
            }
            if let more = outcome.more { try store.read { tx in try more(tx, emit) } }
            return outcome.answer
        } catch let needed as ApprovalNeeded {
            throw try ask(needed, of: request, as: account, at: now)
        } catch {
            let error = RegisterError(error)
            try noteRefusal(of: request, as: account, at: now, error)
            throw error
        }
    }

    /// Has somebody else asked, within a day, whether an act is right.
    func ask(
        _ needed: ApprovalNeeded, of request: Request, as account: String, at now: RegisterTime
    ) throws(RegisterError) -> RegisterError {
        var number = 0
        try noting { tx in
            number = try tx.insert(
                ApprovalRow(
                    number: 0, act: needed.act.rawValue, digest: needed.digest, requestedBy: needed.officer,
                    at: now.micros,
                    approvedBy: nil, approved: nil, used: nil, expires: now.micros + Self.approvalTime))
            let trace = LogTrace(result: FailureKind.needsApproval.code, digest: Hex.encode(needed.digest).lowercased())
            try Log(register: self, now: now).append(trace, of: request, by: Officer(account: account), in: tx)
        }
        return RegisterError(.needsApproval, "\(number)", request.act.rawValue)
    }

    private static let approvalTime: Int64 = 24 * 3_600_000_000

    /// Says in the log what was refused, and who was looked for in vain: that somebody is not there tells something,
    /// too. What was wrongly asked is nobody's doing.
    func noteRefusal(
        of request: Request, as account: String, at now: RegisterTime, _ error: RegisterError
    ) throws(RegisterError) {
        guard [.notAllowed, .needsApproval, .conflict].contains(error.kind) || error.problem == .personNotFound,
            error.problem != .unknownAccount || !mode.isOpen
        else { return }
        try noting { tx in
            // Of what was refused nobody has looked whether these are what they should be.
            var named = request
            if let code = named.purpose, try !tx.purposes().contains(where: { $0.code == code }) { named.purpose = nil }
            try Log(register: self, now: now).append(
                LogTrace(result: error.kind.code), of: named, by: Officer(account: account), in: tx)
        }
    }

    private func noting(_ body: (any StoreWriting) throws -> Void) throws(RegisterError) {
        do {
            try write(body)
        } catch let error as RegisterError {
            throw error
        } catch let error as StoreError where error == .full || error == .readOnly {
            throw .init(.logNotWritten)
        } catch {
            throw RegisterError(error)
        }
    }
}

/// What an act came to.
struct Outcome {
    /// What is told.
    let answer: JSONValue
    /// What the log has of it.
    let trace: LogTrace
    /// Hands out what there is many of, once the log has its line.
    var more: ((any StoreReading, (JSONValue) throws(RegisterError) -> Void) throws -> Void)?

    /// Whether what was deleted has to be gone from the disk before it is told.
    let leavesNothing: Bool

    init(
        leavesNothing: Bool = false, _ answer: JSONValue, _ trace: LogTrace,
        more: ((any StoreReading, (JSONValue) throws(RegisterError) -> Void) throws -> Void)? = nil
    ) {
        (self.answer, self.trace, self.more, self.leavesNothing) = (answer, trace, more, leavesNothing)
    }
}

/// Something that can be asked of the register.
protocol RegisterAct {
    /// Takes what belongs to it out of the request.
    init(_ request: Request) throws(RegisterError)
    /// Does it.
    func perform(in session: Session) throws -> Outcome
}
