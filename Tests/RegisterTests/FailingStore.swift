import RegisterStore
import Synchronization

/// A store that can be written to so many times more, as on a disk that is filling up.
final class FailingStore: RegisterStore {
    private let base: any RegisterStore
    private let left: Mutex<Int>

    init(_ base: any RegisterStore, writes: Int) {
        self.base = base
        left = Mutex(writes)
    }

    func read<R>(_ body: (any StoreReading) throws -> R) throws -> R { try base.read(body) }

    func write<R>(_ body: (any StoreWriting) throws -> R) throws -> R {
        let mayWrite = left.withLock { left in
            left -= 1
            return left >= 0
        }
        guard mayWrite else { throw StoreError.full }
        return try base.write(body)
    }

    func scrub() throws(StoreError) { try base.scrub() }
    func close() { base.close() }
}
