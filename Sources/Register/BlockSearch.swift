internal import Dispatch
internal import Host
internal import RecordSeal
internal import RegisterModel
internal import RegisterStore
internal import Synchronization

/// Opens the blocks of the index and looks through them, on other threads while the next are being read.
final class BlockSearch {
    /// How many blocks, of some 15 KiB each, one thread takes at a time, and how many such lots wait at most.
    private static let (lot, mostLots) = (64, 8)

    private let query: PeopleQuery
    private let keyring: Keyring
    /// A thread each: those of a concurrent queue are shared with whoever waits here.
    private let queues = (0..<Machine.cores).map { DispatchQueue(label: "thaiid register search \($0)") }
    private let places = DispatchSemaphore(value: mostLots)
    private let done = DispatchGroup()
    private let results = Results()
    private var (rows, number) = ([BlockRow](), 0)

    init(_ query: PeopleQuery, _ keyring: Keyring) { (self.query, self.keyring) = (query, keyring) }

    /// Takes the next block.
    func take(_ row: BlockRow) {
        rows.append(row)
        if rows.count == Self.lot { hand() }
    }

    /// The people who were found, in the order of the blocks; waits until all have been looked through.
    func matches() throws -> [RowID] {
        hand()
        done.wait()
        return try results.all()
    }

    private func hand() {
        places.wait()
        queues[number % queues.count].async(group: done) { [query, keyring, places, results, rows, number] in
            results.put(Result { try rows.flatMap { query.matches(in: try keyring.openBlock($0)) } }, at: number)
            places.signal()
        }
        (rows, number) = ([], number + 1)
    }

    private final class Results: Sendable {
        private let found = Mutex([Int: Result<[RowID], any Error>]())

        func put(_ result: Result<[RowID], any Error>, at number: Int) { found.withLock { $0[number] = result } }

        func all() throws -> [RowID] {
            try found.withLock { $0 }.sorted { $0.key < $1.key }.flatMap { try $0.value.get() }
        }
    }
}
