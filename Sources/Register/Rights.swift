internal import CardRecord
internal import RecordSeal
internal import RegisterModel
internal import RegisterStore

/// Looks at whether an account may do something, for what, and now.
struct Rights {
    let register: Register
    let now: RegisterTime
    let reading: any StoreReading

    /// The officer that an account is, who may do this act.
    func officer(_ account: String, for act: Act) throws -> Officer {
        guard let row = try reading.officers().first(where: { $0.account == account }) else {
            guard register.mode.isOpen else { throw RegisterError(.unknownAccount, account) }
            return Officer(account: account, roles: .all, shift: try shift(of: account))
        }
        let roles = register.mode.isOpen ? .all : Role(rawValue: row.roles)
        guard act.isAllowed(to: roles) else { throw RegisterError(.role, act.rawValue, account) }
        guard row.from.map({ $0 <= now.micros }) ?? true, row.until.map({ now.micros <= $0 }) ?? true else {
            throw RegisterError(.accountEnded, account)
        }
        if let hours = row.hours.flatMap(DutyHours.init(text:)), !hours.allow(micros: now.micros) {
            throw RegisterError(.outsideHours, row.hours ?? "")
        }
        return Officer(
            account: account, id: row.id, roles: roles, purposes: row.purposes, quota: row.quota,
            shift: try shift(of: account))
    }

    /// The purpose of an act; none where it needs none.
    func purpose(_ code: String?, for act: Act, of officer: Officer) throws -> PurposeRow? {
        guard let code else {
            guard act.needsPurpose else { return nil }
            throw RegisterError(.purposeMissing)
        }
        let purposes = try reading.purposes()
        guard let purpose = purposes.first(where: { $0.code == code && $0.isActive }) else {
            throw RegisterError(.purposeUnknown, code, purposes.filter(\.isActive).map(\.code).joined(separator: " "))
        }
        guard officer.purposes?.contains(code) ?? true else { throw RegisterError(.purposeNotAllowed, code) }
        return purpose
    }

    private func shift(of account: String) throws -> String? {
        try reading.setting(Setting.shift(of: account)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Makes sure that somebody else has agreed; where nobody has yet, asks for it.
    func approve(_ request: Request, by officer: Officer, in writing: (any StoreWriting)?) throws {
        guard !register.mode.isOpen, let id = officer.id else { return }
        if request.act == .officer, try isAlone() { return }
        let digest = Self.digest(request, register.keyring)
        let open = try reading.openApprovals(at: now.micros).filter {
            $0.act == request.act.rawValue && $0.digest == digest
        }
        if var approved = open.first(where: { $0.approvedBy != nil && $0.requestedBy == id }) {
            approved.used = now.micros
            try writing?.update(approved)
            return
        }
        if let waiting = open.first(where: { $0.approvedBy == nil }) {
            throw RegisterError(.needsApproval, "\(waiting.number)", request.act.rawValue)
        }
        throw ApprovalNeeded(act: request.act, digest: digest, officer: id)
    }

    /// What binds an approval to a request: its act and all that it is about, as a keyed hash, since a number may be in it.
    static func digest(_ request: Request, _ keyring: Keyring) -> [UInt8] {
        keyring.contentKey(Array("\(request.act.rawValue)\n\(request.purpose ?? "")\n\(request.arguments.line)".utf8))
            .bytes
    }

    /// Whether nobody is there yet who could approve: the first super user names the second.
    private func isAlone() throws -> Bool {
        try reading.officers().filter { Role(rawValue: $0.roles).contains(.super) && $0.until == nil }.count < 2
    }
}

/// An act for which nobody has been asked yet whether it is right.
struct ApprovalNeeded: Error {
    let act: Act
    let digest: [UInt8]
    let officer: Int
}

/// Keys of the table of settings.
enum Setting {
    static let id = "id"
    static let created = "created"
    static let office = "office"
    static let officeNumber = "office-number"
    static let mode = "mode"
    static let publicKey = "public-key"
    static let rootID = "root-id"
    /// Whether a new key was begun, and not everything is sealed under it.
    static let rekeying = "rekeying"
    static let recoveryTested = "recovery-tested"
    static let lastBackup = "last-backup"
    /// Which chain of the log is written to.
    static let writer = "writer"
    static func shift(of account: String) -> String { "shift/\(account)" }
    /// How many entries of a chain the newest checkpoint speaks of.
    static func covered(_ writer: Int) -> String { "covered/\(writer)" }

    /// A setting that is a number.
    static func number(_ key: String, in tx: any StoreReading) throws -> Int? {
        try tx.setting(key).flatMap { Int(String(decoding: $0, as: UTF8.self)) }
    }
}
