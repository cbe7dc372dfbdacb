internal import AuditLog
internal import CardRecord
package import RecordSeal
internal import RegisterModel
package import RegisterStore

extension Register {
    /// Makes a register in a store that has nothing yet.
    ///
    /// - Parameter account: who makes it, and may name others.
    package static func create(
        in store: any RegisterStore, root: RegisterKey, mode: Mode, account: String,
        clock: @escaping @Sendable () -> RegisterTime = { .now }
    ) throws(RegisterError) -> Register {
        do {
            let now = clock()
            let id = try Self.id(of: store)
            let (ring, secrets) = Keyring.new(root: root, store: id)
            try store.write { tx in
                guard try tx.setting(Setting.created) == nil else { throw RegisterError(.storeExists, "") }
                for secret in secrets { try tx.put(secret) }
                try tx.setSetting(Setting.created, to: Array("\(now.micros)".utf8))
                try tx.setSetting(Setting.office, to: Array(mode.office.utf8))
                if let number = mode.officeNumber { try tx.setSetting(Setting.officeNumber, to: Array(number.utf8)) }
                try tx.setSetting(Setting.mode, to: Array((mode.isOpen ? "open" : "roles").utf8))
                try tx.setSetting(Setting.rootID, to: Array(root.id.utf8))
                try tx.setSetting(Setting.publicKey, to: ring.signer.publicKey)
                let row = OfficerRow(
                    id: 0, account: account, cardKey: nil,
                    roles: (mode.isOpen ? Role.all : [.super, .auditor]).rawValue,
                    purposes: nil, hours: nil, quota: nil, from: nil, until: nil)
                _ = try tx.put(row)
            }
            let register = Register(store: store, ring: ring, mode: mode, id: id, clock: clock)
            try store.write { tx in
                try Log(register: register, now: now).append(
                    LogTrace(), of: Request(.initialise), by: Officer(account: account, roles: .all), in: tx)
            }
            return register
        } catch {
            throw RegisterError(error)
        }
    }

    /// Opens a register.
    ///
    /// - Parameter isRestored: whether files have just come out of copies, and `settle` says what follows from that.
    /// - Throws: `keyWrong` with what tells the register's key from the one that was given.
    package static func open(
        _ store: any RegisterStore, root: RegisterKey, isRestored: Bool = false,
        clock: @escaping @Sendable () -> RegisterTime = { .now }
    ) throws(RegisterError) -> Register {
        do {
            let parts = try store.read { tx in
                (
                    secrets: try tx.secrets(),
                    office: try tx.setting(Setting.office).map { String(decoding: $0, as: UTF8.self) } ?? "",
                    number: try tx.setting(Setting.officeNumber).map { String(decoding: $0, as: UTF8.self) },
                    mode: try tx.setting(Setting.mode).map { String(decoding: $0, as: UTF8.self) },
                    isUneven: try tx.isUneven(),
                    rootID: try tx.setting(Setting.rootID).map { String(decoding: $0, as: UTF8.self) } ?? ""
                )
            }
            let id = try Self.id(of: store)
            let ring: Keyring
            do throws(SealError) {
                ring = try Keyring(root: root, store: id, secrets: parts.secrets)
            } catch .wrongKey {
                throw RegisterError(.keyWrong, root.id, parts.rootID)
            }
            let mode = Mode(office: parts.office, officeNumber: parts.number, isOpen: parts.mode == "open")
            let register = Register(store: store, ring: ring, mode: mode, id: id, clock: clock)
            if parts.isUneven, !isRestored { try register.write { _ in } }
            return register
        } catch {
            throw RegisterError(error)
        }
    }

    private static func id(of store: any RegisterStore) throws -> RowID {
        guard let id = try store.read({ tx in try tx.setting(Setting.id) }).flatMap({ RowID($0) }) else {
            throw RegisterError(.damagedStore, "id")
        }
        return id
    }

    /// Notes that somebody has proven to hold the recovery sheet.
    package func noteRecoveryTested(by account: String) throws(RegisterError) {
        try noting(.recovery, by: account) { tx, now in
            try tx.setSetting(Setting.recoveryTested, to: Array("\(now.micros)".utf8))
        }
    }

    /// Notes that copies are about to be made.
    package func noteBackupBegun(by account: String) throws(RegisterError) {
        try noting(.backup, by: account, result: "begun")
    }

    /// Notes that copies were made.
    package func noteBackup(by account: String) throws(RegisterError) {
        try noting(.backup, by: account) { tx, now in
            try tx.setSetting(Setting.lastBackup, to: Array("\(now.micros)".utf8))
        }
    }

    private func noting(
        _ act: Act, by account: String, result: String = "ok",
        _ body: (any StoreWriting, RegisterTime) throws -> Void = { _, _ in }
    ) throws(RegisterError) {
        let now = now
        do {
            try write { tx in
                try body(tx, now)
                let session = try Session(self, Request(act), account, at: now, reading: tx, writing: tx)
                try session.note(LogTrace(result: result), in: tx)
            }
        } catch {
            throw RegisterError(error)
        }
    }
}
