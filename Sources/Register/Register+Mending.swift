internal import AuditLog
internal import CardRecord
internal import RecordSeal
internal import RegisterModel
internal import RegisterStore

extension Register {
    /// Who is named where a crash took the name.
    private static let unknown = "unknown"

    /// Changes the store, once nothing is half done in it.
    func write<R>(_ body: (any StoreWriting) throws -> R) throws -> R {
        try store.write { tx in
            if try tx.isUneven() { try mend(tx) }
            return try body(tx)
        }
    }

    /// Does to the people what a crash has left done to the keys alone, and says so in the log: whoever has lost their
    /// key is erased, and a new key of the register is begun or finished.
    private func mend(_ tx: any StoreWriting) throws {
        let (now, ring) = (now, keyring)
        let log = Log(register: self, now: now)
        let officer = Officer(account: Self.unknown)
        // The list names the entry that was to come with it.
        let halfErased = try tx.erasures().filter { try $0.n > tx.lastLog(writer: $0.writer)?.n ?? 0 }
            .compactMap { try tx.person($0.subject) }.filter { $0.state != .erased }
        for row in halfErased { try Eraser.forget(row, in: tx, ring, at: now) }
        if !halfErased.isEmpty {
            try log.append(
                LogTrace(count: halfErased.count, result: "recovered"), of: Request(.erase), by: officer, in: tx)
        }
        let generations = try tx.generations()
        guard generations.max() == ring.generation else { return }
        let isOpen = generations.count > 1
        let wasOpen = try tx.setting(Setting.rekeying) == [1]
        guard isOpen != wasOpen else { return }
        try tx.setSetting(Setting.rekeying, to: [isOpen ? 1 : 0])
        try tx.setSetting(Setting.rootID, to: Array(ring.rootID.utf8))
        try log.append(LogTrace(result: isOpen ? "begun" : "finished"), of: Request(.rekey), by: officer, in: tx)
    }
}

extension StoreReading {
    /// The numbers of all generations of keys that something is still sealed in.
    func generations() throws -> [Int] {
        let prefix = "generation/"
        return try secrets().compactMap { $0.name.hasPrefix(prefix) ? Int($0.name.dropFirst(prefix.count)) : nil }
    }
}
