internal import AuditLog
internal import CardRecord
internal import RecordSeal
internal import RegisterModel
package import RegisterStore
internal import SmartCard

/// What keys and people say of each other, after one of the two files came out of a copy.
package struct Settlement: Hashable, Sendable {
    /// How many people were still there who had been erased, and are gone now.
    package let erased: Int
    /// How many people have no key, and are on no list of erased ones: they cannot be opened.
    package let keyless: Int
    /// Whether the log has all that the last checkpoint says.
    package let isLogWhole: Bool
}

extension Register {
    private static let page = 500

    /// Brings data in line with keys: who was erased after the data were copied is erased again. Where lines of the log
    /// are lost, a new chain begins with a line that names the last checkpoint.
    ///
    /// - Parameters:
    ///   - note: the newest checkpoint that was kept elsewhere; without one nobody knows whether lines are lost.
    ///   - erasures: what keys have on their list that an older copy took the place of.
    package func settle(
        after note: String?, knowing erasures: [ErasureRow] = [], by account: String
    ) throws(RegisterError) -> Settlement {
        let (now, ring) = (now, keyring)
        do {
            let outside = try note.map { try Self.checkpoint($0, ring) }
            return try store.write { tx in
                let log = Log(register: self, now: now)
                let last = try note ?? tx.lastCheckpoint()?.note
                let isWhole = try outside.map { try Self.reaches($0, in: tx) } ?? false
                if !isWhole {
                    let writer = (try tx.writers().max() ?? 0) + 1
                    try tx.setSetting(Setting.writer, to: Array("\(writer)".utf8))
                }
                let listed = Set(try tx.erasures())
                for erasure in erasures where !listed.contains(erasure) { try tx.insert(erasure) }
                let (erased, keyless) = try eraseAgain(in: tx, ring, at: now)
                // The copy may be from before a rekey.
                var place = RekeyPlace()
                while try Self.step(ring, from: &place, in: tx) > 0 {}
                var request = Request(.restore)
                request.reference = last.map { "after \(Hex.encode(Checkpoint.hash(of: $0).prefix(8)).lowercased())" }
                let officer = Officer(account: account, roles: self.mode.isOpen ? .all : .super)
                try log.append(LogTrace(count: erased), of: request, by: officer, in: tx)
                let isKept = try note.map { note in try tx.checkpoints().contains { $0.note == note } } ?? false
                if !isWhole || !isKept { _ = try log.checkpoint(in: tx, restartingAfter: last ?? "") }
                return Settlement(erased: erased, keyless: keyless, isLogWhole: isWhole)
            }
        } catch {
            throw RegisterError(error)
        }
    }

    private static func checkpoint(_ note: String, _ ring: Keyring) throws -> Checkpoint {
        do throws(CheckpointError) {
            return try Checkpoint(note: note, verifiedBy: ring.signer.publicKey)
        } catch {
            throw RegisterError(.badArgument, "checkpoint")
        }
    }

    /// Whether a log has all that a checkpoint says.
    private static func reaches(_ checkpoint: Checkpoint, in tx: any StoreReading) throws -> Bool {
        try checkpoint.heads.allSatisfy { head in
            try tx.log(writer: head.writer, from: head.size, limit: 1).first?.hash == head.hash
        }
    }

    private func eraseAgain(
        in tx: any StoreWriting, _ ring: Keyring, at now: RegisterTime
    ) throws -> (erased: Int, keyless: Int) {
        let listed = Set(try tx.erasures().map(\.subject))
        var (erased, keyless) = (0, 0)
        var last: RowID?
        while true {
            let rows = try tx.persons(after: last, limit: Self.page)
            guard let end = rows.last else { return (erased, keyless) }
            last = end.id
            for row in rows where row.state != .erased {
                if listed.contains(row.id) {
                    try Eraser.forget(row, in: tx, ring, at: now)
                    erased += 1
                } else if try tx.personKey(row.id) == nil {
                    keyless += 1
                }
            }
        }
    }
}
