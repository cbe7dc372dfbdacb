internal import RegisterStore

/// What the store keeps under the register key: a secret for each generation, and those that outlast all of them.
struct Secrets: Sendable {
    /// The secrets that a register always has, by their rows' names.
    enum Lasting: String, CaseIterable, Sendable {
        /// Whose subject an entry of the log is.
        case log
        /// Who was erased.
        case erasure
        /// Whether two observations are the same.
        case content
        /// What signs checkpoints.
        case signing
    }

    private static let table = "secret"
    private static let generation = "generation/"
    private static let newest = Int(UInt16.max)

    private(set) var lasting: [Lasting: [UInt8]]
    private(set) var generations: [Int: [UInt8]]

    /// New ones, with a first generation.
    init() {
        lasting = Dictionary(uniqueKeysWithValues: Lasting.allCases.map { ($0, Random.bytes(RegisterKey.count)) })
        generations = [1: Random.bytes(RegisterKey.count)]
    }

    init(_ rows: [SecretRow], root: RegisterKey, store: RowID) throws(SealError) {
        (lasting, generations) = ([:], [:])
        let key = Self.key(root, store)
        var failures = 0
        for row in rows {
            guard let bytes = try? key.open(row.wrapped, table: Self.table, row: Array(row.name.utf8)) else {
                failures += 1
                continue
            }
            if let name = Lasting(rawValue: row.name) {
                lasting[name] = bytes
            } else if let number = Self.number(row.name) {
                generations[number] = bytes
            }
        }
        guard failures == 0 else { throw failures == rows.count ? .wrongKey : .damaged }
        for name in Lasting.allCases where lasting[name] == nil { throw .missing(name.rawValue) }
        guard !generations.isEmpty else { throw .missing(Self.name(1)) }
    }

    /// All of them as rows, under a register key.
    func rows(root: RegisterKey, store: RowID) -> [SecretRow] {
        let key = Self.key(root, store)
        let named =
            lasting.map { ($0.key.rawValue, $0.value) } + generations.map { (Self.name($0.key), $0.value) }
        return named.sorted { $0.0 < $1.0 }.map { name, bytes in
            SecretRow(name: name, wrapped: key.seal(bytes, .bare, table: Self.table, row: Array(name.utf8)))
        }
    }

    func adding(generation number: Int) -> Secrets {
        precondition(number <= Self.newest, "a box has two bytes for its generation")
        var secrets = self
        secrets.generations[number] = Random.bytes(RegisterKey.count)
        return secrets
    }

    /// Those of one generation alone, and the names of the rows that this leaves out.
    func keeping(generation number: Int) -> (Secrets, dropped: [String]) {
        var secrets = self
        secrets.generations = generations.filter { $0.key == number }
        return (secrets, generations.keys.filter { $0 != number }.sorted().map(Self.name))
    }

    private static func key(_ root: RegisterKey, _ store: RowID) -> BoxKey {
        BoxKey(key: Derivation.key(for: "root", from: root.bytes, store: store), store: store, generation: 0)
    }

    private static func name(_ generation: Int) -> String { Self.generation + String(generation) }

    static func number(_ name: String) -> Int? {
        guard name.hasPrefix(generation), let number = Int(name.dropFirst(generation.count)),
            (1...newest).contains(number), Self.name(number) == name
        else { return nil }
        return number
    }
}
