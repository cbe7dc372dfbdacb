internal import CardRecord
internal import RecordSeal
internal import RegisterModel
internal import RegisterStore
internal import ThaiIDCard

/// One act of one account, whose right to it has been looked at.
final class Session {
    private static let longestReference = 100

    let register: Register
    let request: Request
    let officer: Officer
    /// What it is for; `nil` where the act needs none.
    let purpose: PurposeRow?
    let now: RegisterTime
    let reading: any StoreReading
    private let writer: (any StoreWriting)?
    let keyring: Keyring

    /// - Throws: what does not allow it.
    init(
        _ register: Register, _ request: Request, _ account: String, at now: RegisterTime, reading: any StoreReading,
        writing: (any StoreWriting)?
    ) throws {
        (self.register, self.request, self.now) = (register, request, now)
        // The log outlives everybody who is in it, and must not name one.
        if let reference = request.reference {
            guard reference.utf8.count <= Self.longestReference, reference.filter(\.isNumber).count < 13 else {
                throw RegisterError(.badArgument, "reference")
            }
        }
        (self.reading, writer, keyring) = (reading, writing, register.keyring)
        // What would be sealed under keys of before could soon be opened by nobody.
        guard try reading.generations().max() == keyring.generation else {
            let rootID = try reading.setting(Setting.rootID).map { String(decoding: $0, as: UTF8.self) }
            throw RegisterError(.keyWrong, keyring.rootID, rootID ?? "")
        }
        let rights = Rights(register: register, now: now, reading: reading)
        officer = try rights.officer(account, for: request.act)
        purpose = try rights.purpose(request.purpose, for: request.act, of: officer)
        if request.act.needsFourEyes { try rights.approve(request, by: officer, in: writing) }
        if let writing { try countAgainstQuota(in: writing) }
    }

    /// The day on which it happens.
    var day: CalendarDay { now.thaiDay }

    func writing() throws(RegisterError) -> any StoreWriting {
        guard let writer else { throw .init(.failed, "\(request.act.rawValue)") }
        return writer
    }

    /// Counts a look-up, where the officer has only so many a day.
    func countAgainstQuota(in tx: any StoreWriting) throws {
        guard request.act.countsAgainstQuota, let quota = officer.quota, let id = officer.id else { return }
        guard try tx.countUp(officer: id, day: now.thaiDayNumber) <= quota else {
            throw RegisterError(.quotaUsed, "\(quota)")
        }
    }

    /// Puts the act into the log.
    func note(_ trace: LogTrace, in tx: any StoreWriting) throws {
        try Log(register: register, now: now).append(trace, of: request, by: officer, in: tx)
    }

    /// The desk's number, where one was named.
    func desk() throws -> Int? { try request.desk.map { try writing().desk(named: $0) } }
}

/// Who acts: an account of the machine, and the row of it.
struct Officer {
    let account: String
    var id: Int?
    var roles: Role = []
    var purposes: [String]?
    var quota: Int?
    /// Who sits there, as a keyed hash of the citizen ID on the card that began the shift.
    var shift: String?
}
