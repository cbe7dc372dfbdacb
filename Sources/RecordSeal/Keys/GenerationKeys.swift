internal import RegisterStore

/// The keys that a rekey replaces: by which people are found, their keys are wrapped and index blocks are sealed.
struct GenerationKeys: Sendable {
    let number: Int
    let index: HashKey
    let wrap: BoxKey
    let block: BoxKey

    init(_ number: Int, from secret: [UInt8], store: RowID) {
        self.number = number
        index = HashKey(for: "index", from: secret, store: store)
        func boxes(_ purpose: String) -> BoxKey {
            BoxKey(key: Derivation.key(for: purpose, from: secret, store: store), store: store, generation: number)
        }
        (wrap, block) = (boxes("wrap"), boxes("block"))
    }
}
