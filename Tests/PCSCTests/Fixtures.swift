import SmartCard
import Synchronization

@testable import PCSC

extension ReaderState {
    /// The reader that the tests use, with a card in it.
    static let occupied = ReaderState(
        name: "Reader 00 00", flags: .present, eventCount: 1, atr: ATR([0x3B, 0x00]))

    /// The same reader, empty.
    static let empty = ReaderState(name: "Reader 00 00", flags: .empty)

    func with(_ flags: Flags, eventCount: UInt16? = nil) -> ReaderState {
        var copy = self
        copy.flags = flags
        copy.eventCount = eventCount ?? self.eventCount
        return copy
    }
}

/// Keeps what was waited for; the waits themselves take no time.
final class PauseLog: Sendable {
    private let kept = Mutex<[Duration]>([])
    var pauses: [Duration] { kept.withLock { $0 } }

    /// The module's pacing, with pauses that only leave a note.
    ///
    /// - Parameter limit: after which calls count as hung; long where none hangs, so that a busy
    ///   machine fails no test.
    func pacing(limit: Duration) -> Pacing {
        var pacing = Pacing()
        pacing.connectLimit = limit
        pacing.transactionLimit = limit
        pacing.serviceLimit = limit
        pacing.removalNotice = .milliseconds(40)
        pacing.serviceReturn = .milliseconds(1) ... .milliseconds(4)
        pacing.pause = { duration in self.kept.withLock { $0.append(duration) } }
        return pacing
    }
}

extension PCSCService {
    /// The service of the tests.
    init(_ calls: FakeCalls, _ pauses: PauseLog = PauseLog(), limit: Duration = .seconds(20)) {
        self.init(calls: calls, pacing: pauses.pacing(limit: limit))
    }

    /// One that soon takes a call for hung.
    static func impatient(_ calls: FakeCalls) -> PCSCService {
        PCSCService(calls, limit: .milliseconds(50))
    }

    /// Uses the card of the usual reader.
    func withCard<Value: Sendable>(
        timeout: Duration? = nil, freshlyInserted: Bool = false, leaving disposition: CardDisposition = .leave,
        _ body: @escaping @Sendable (any CardChannel) throws -> Value
    ) async throws -> Value {
        try await withCard(
            in: ReaderState.occupied.name, timeout: timeout, freshlyInserted: freshlyInserted,
            leaving: disposition, body)
    }
}

extension FakeCalls {
    /// Waits until nothing is open any more, or until patience ends.
    func becomesClean() async -> Bool {
        for _ in 0..<500 where !isClean { try? await Task.sleep(for: .milliseconds(2)) }
        return isClean
    }

    /// The log without looking at readers.
    var cardLog: [String] { log.filter { $0 != "wait" } }
}

extension CommandAPDU {
    static let any = CommandAPDU(0x80, 0xB0, 0x00, 0x00, expecting: 1)
}
