package import AuditLog
package import RegisterStore

/// All keys of a register while it is open: those of each generation that still has boxes, and those that outlast them.
package struct Keyring: Sendable {
    let root: RegisterKey
    let store: RowID
    let secrets: Secrets
    /// The newest first.
    let generations: [GenerationKeys]
    let content: ContentKeys
    /// Under which the log names people: what an auditor gets, who gets no other key.
    package let logKey: LogKey
    package let signer: CheckpointSigner

    /// What tells the register key from others.
    package var rootID: String { root.id }

    /// The newest, in which everything is sealed.
    package var generation: Int { newest.number }

    var newest: GenerationKeys { generations[0] }

    /// The keys of a new register, with the rows that bring them back.
    package static func new(root: RegisterKey, store: RowID) -> (Keyring, [SecretRow]) {
        let keyring = Keyring(root, store, Secrets())
        return (keyring, keyring.secrets.rows(root: root, store: store))
    }

    package init(root: RegisterKey, store: RowID, secrets: [SecretRow]) throws(SealError) {
        self.init(root, store, try Secrets(secrets, root: root, store: store))
    }

    private init(_ root: RegisterKey, _ store: RowID, _ secrets: Secrets) {
        (self.root, self.store, self.secrets) = (root, store, secrets)
        generations = secrets.generations.sorted { $0.key > $1.key }
            .map { GenerationKeys($0.key, from: $0.value, store: store) }
        content = ContentKeys(secrets, store: store)
        logKey = LogKey(secrets.lasting[.log] ?? [])
        signer = CheckpointSigner(store: store.text, seed: secrets.lasting[.signing] ?? [])
    }

    func keys(of generation: Int) throws(SealError) -> GenerationKeys {
        guard let keys = generations.first(where: { $0.number == generation }) else { throw .generation(generation) }
        return keys
    }
}

extension Keyring {
    /// With one generation more, under the same register key or a new one, and all rows that take the places of those before.
    package func addingGeneration(under root: RegisterKey? = nil) -> (Keyring, [SecretRow]) {
        let root = root ?? self.root
        let keyring = Keyring(root, store, secrets.adding(generation: generation + 1))
        return (keyring, keyring.secrets.rows(root: root, store: store))
    }

    /// Without all generations but the newest, once nothing is sealed in them, and the names of the rows to delete.
    package func droppingOldGenerations() -> (Keyring, deleted: [String]) {
        let (kept, dropped) = secrets.keeping(generation: generation)
        return (Keyring(root, store, kept), dropped)
    }
}
