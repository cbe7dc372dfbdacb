internal import AuditLog
internal import CardRecord
package import RecordSeal
package import RegisterModel
internal import RegisterStore

extension Register {
    /// How many people are written anew at a time. Each time pages all over the index are written, and the larger the
    /// number the fewer they are; others wait meanwhile, some 0.6 s.
    private static let batch = 4_000

    /// Begins a new generation of keys, under a new root where one is given; what was begun before is gone on with.
    ///
    /// It may be ended at any moment, and goes on where it was: old and new keys open everything until all is
    /// written anew.
    ///
    /// - Parameter progress: how many boxes have been written anew, and how many there are.
    package func rekey(
        to root: RegisterKey?, by account: String, progress: (Int, Int) -> Void
    ) throws(RegisterError) {
        do {
            if let root { try begin(root, by: account) }
            let (ring, total) = (keyring, try store.read { tx in try tx.personCount() })
            var (place, done) = (RekeyPlace(), 0)
            while true {
                let isFirst = place == RekeyPlace()
                let count = try store.write { tx in try Self.step(ring, from: &place, in: tx) }
                guard count > 0 || !isFirst else { break }
                // Whatever came meanwhile may stand before what was passed.
                if count == 0 { place = RekeyPlace() }
                done += count
                progress(min(done, total), total)
            }
            try finish(by: account)
        } catch {
            throw RegisterError(error)
        }
    }

    /// Makes sure that an account may begin an act that is none of `perform`; where somebody else has to agree, asks for it.
    package func permit(_ act: Act, to account: String) throws(RegisterError) {
        let (now, request) = (now, Request(act))
        do {
            _ = try store.read { tx in try Session(self, request, account, at: now, reading: tx, writing: nil) }
        } catch let needed as ApprovalNeeded {
            throw try ask(needed, of: request, as: account, at: now)
        } catch {
            let error = RegisterError(error)
            try noteRefusal(of: request, as: account, at: now, error)
            throw error
        }
    }

    private func begin(_ root: RegisterKey, by account: String) throws {
        let now = now
        let (ring, secrets) = keyring.addingGeneration(under: root)
        try write { tx in
            let session = try Session(self, Request(.rekey), account, at: now, reading: tx, writing: tx)
            for secret in secrets { try tx.put(secret) }
            try tx.setSetting(Setting.rootID, to: Array(root.id.utf8))
            try tx.setSetting(Setting.rekeying, to: [1])
            try session.note(LogTrace(result: "begun"), in: tx)
        }
        replace(ring)
    }

    /// How far it has come.
    struct RekeyPlace: Equatable {
        var key: RowID?
        var block: Int?
        var person: RowID?
    }

    /// Writes some of what is of an older generation anew.
    static func step(_ ring: Keyring, from place: inout RekeyPlace, in tx: any StoreWriting) throws -> Int {
        let keys = try tx.personKeys(generationBelow: ring.generation, after: place.key, limit: batch)
        for key in keys { try tx.put(try ring.rewrap(key)) }
        let blocks = try tx.blocks(generationBelow: ring.generation, after: place.block, limit: batch / 10)
        for block in blocks { try tx.put(ring.sealBlock(try ring.openBlock(block), id: block.id)) }
        let people = try tx.persons(generationBelow: ring.generation, after: place.person, limit: batch)
        let opened = People(reading: tx, keyring: ring, day: RegisterTime.now.thaiDay)
        // Both go by the person: nearly all keys have just been read.
        let read = Dictionary(keys.map { ($0.person, $0) }) { first, _ in first }
        for var row in people {
            if row.state != .erased, let key = try read[row.id] ?? tx.personKey(row.id) {
                row.citizenKey =
                    try opened.citizenID(of: row, ring.personKey(key)).flatMap { ring.citizenKeys(of: $0).first }
                    ?? row.citizenKey
            }
            row.generation = ring.generation
            try tx.update(row)
        }
        place = RekeyPlace(
            key: keys.last?.person ?? place.key, block: blocks.last?.id ?? place.block,
            person: people.last?.id ?? place.person)
        return max(keys.count, people.count, blocks.count)
    }

    private func finish(by account: String) throws {
        let now = now
        let (ring, names) = keyring.droppingOldGenerations()
        try write { tx in
            for name in names { try tx.deleteSecret(name) }
            try tx.setSetting(Setting.rekeying, to: [0])
            let officer = Officer(account: account, roles: mode.isOpen ? .all : .super)
            try Log(register: self, now: now).append(
                LogTrace(result: "finished"), of: Request(.rekey), by: officer, in: tx)
        }
        replace(ring)
    }
}
