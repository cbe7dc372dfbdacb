import Dispatch
import SmartCard
import Synchronization

@testable import PCSC

/// A service without readers, cards or threads of its own: tests say what is attached and which
/// calls fail or hang, and read in its log what was called.
final class FakeCalls: PCSCCalls {
    /// How one call turns out.
    enum Step {
        case works
        case fails(PCSCError)
        /// Blocks until `letGo`, then works.
        case hangs
    }

    struct World {
        var readers: [ReaderState] = []
        var isServiceUp = true
        var steps: [String: [Step]] = [:]
        var answers: [[UInt8]] = []
        var atr: [UInt8] = [0x3B, 0x00]
        var log: [String] = []
        var contexts: Set<ContextID> = []
        var cards: Set<CardID> = []
        var transactions = 0
        var cancelled: Set<ContextID> = []
        /// What the card last refused a choice of protocols with, by call; it refuses T=0 alone likewise,
        /// unless `takesT0Alone`.
        var refusals: [String: PCSCError] = [:]
        var takesT0Alone = false
        var lastNumber = 0
    }

    private let world: Mutex<World>
    private let changed = DispatchSemaphore(value: 0)
    private let gate = DispatchSemaphore(value: 0)

    init(_ readers: [ReaderState] = []) {
        var world = World()
        world.readers = readers
        self.world = Mutex(world)
    }

    /// What was called, without the waits and without what every session has.
    var log: [String] { world.withLock { $0.log } }

    /// Whether nothing is left open.
    var isClean: Bool {
        world.withLock { $0.contexts.isEmpty && $0.cards.isEmpty && $0.transactions == 0 }
    }

    /// Changes the world, and wakes whoever waits for changes.
    func change(_ body: (inout sending World) -> Void) {
        world.withLock { body(&$0) }
        changed.signal()
    }

    /// Says how the next calls by this name turn out; after that they work.
    func script(_ call: String, _ steps: Step...) { world.withLock { $0.steps[call] = steps } }

    /// Lets a hanging call go on.
    func letGo() { gate.signal() }

    private func perform(_ call: String, _ note: String? = nil) throws(PCSCError) {
        let step = world.withLock { world -> Step in
            world.log.append(note ?? call)
            guard var steps = world.steps[call], !steps.isEmpty else { return .works }
            let step = steps.removeFirst()
            world.steps[call] = steps
            return step
        }
        switch step {
        case .works: break
        case .fails(let error): throw error
        case .hangs: gate.wait()
        }
    }

    func establishContext() throws(PCSCError) -> ContextID {
        try perform("establish")
        let context = world.withLock { world -> ContextID? in
            guard world.isServiceUp else { return nil }
            world.lastNumber += 1
            world.contexts.insert(ContextID(rawValue: world.lastNumber))
            return ContextID(rawValue: world.lastNumber)
        }
        guard let context else { throw .noService }
        return context
    }

    func releaseContext(_ context: ContextID) -> PCSCError? {
        world.withLock { world in
            world.log.append("release")
            world.contexts.remove(context)
        }
        return nil
    }

    func cancel(_ context: ContextID) -> PCSCError? {
        world.withLock { _ = $0.cancelled.insert(context) }
        changed.signal()
        return nil
    }

    func listReaders(_ context: ContextID) throws(PCSCError) -> [String] {
        try perform("list")
        guard world.withLock({ $0.isServiceUp }) else { throw .communicationFailure }
        return world.withLock { $0.readers.map(\.name) }
    }

    func waitForChange(
        _ context: ContextID, from states: [ReaderState], timeout: Duration
    ) throws(PCSCError) -> [ReaderState] {
        try perform("wait")
        let deadline = ContinuousClock.now + timeout
        while true {
            if let result = world.withLock({ Self.news(for: states, context, &$0) }) { return try result.get() }
            let remaining = deadline - .now
            guard remaining > .zero else { throw .timeout }
            _ = changed.wait(timeout: .now() + remaining.dispatchInterval)
        }
    }

    private static func news(
        for states: [ReaderState], _ context: ContextID, _ world: inout World
    ) -> Result<[ReaderState], PCSCError>? {
        guard world.isServiceUp else { return .failure(.communicationFailure) }
        guard world.cancelled.remove(context) == nil else { return .failure(.cancelled) }
        var current: [ReaderState] = []
        for state in states {
            if state.name.hasPrefix(#"\\?PnP"#) {
                current.append(ReaderState(name: state.name, eventCount: UInt16(world.readers.count)))
            } else if let reader = world.readers.first(where: { $0.name == state.name }) {
                current.append(reader)
            } else {
                return .failure(.unknownReader)
            }
        }
        return current == states ? nil : .success(current)
    }

    /// A call that asks for protocols: T=0 alone is refused with what the choice was refused with.
    private func negotiate(
        _ call: String, _ note: String, over protocols: TransmissionProtocol?
    ) throws(PCSCError) {
        if protocols == .t0 {
            let refusal = world.withLock { world -> PCSCError? in
                world.log.append("T=0 alone: " + note)
                return world.takesT0Alone ? nil : world.refusals[call]
            }
            if let refusal { throw refusal }
            return
        }
        do {
            try perform(call, note)
            world.withLock { $0.refusals[call] = nil }
        } catch {
            world.withLock { $0.refusals[call] = error }
            throw error
        }
    }

    func connect(
        _ context: ContextID, _ reader: String, over protocols: TransmissionProtocol?
    ) throws(PCSCError) -> (card: CardID, protocol: TransmissionProtocol) {
        try negotiate("connect", protocols == nil ? "connect directly" : "connect", over: protocols)
        let card = world.withLock { world -> CardID in
            world.lastNumber += 1
            world.cards.insert(CardID(rawValue: world.lastNumber))
            return CardID(rawValue: world.lastNumber)
        }
        return (card, .t0)
    }

    func reconnect(
        _ card: CardID, _ disposition: CardDisposition, over protocols: TransmissionProtocol
    ) throws(PCSCError) -> TransmissionProtocol {
        try negotiate("reconnect", "reconnect, \(disposition)", over: protocols)
        return protocols == .t0 ? .t0 : .t1
    }

    func disconnect(_ card: CardID, _ disposition: CardDisposition) -> PCSCError? {
        world.withLock { world in
            world.log.append("disconnect, \(disposition)")
            world.cards.remove(card)
            world.transactions = 0
        }
        return nil
    }

    func beginTransaction(_ card: CardID) throws(PCSCError) {
        try perform("begin")
        world.withLock { $0.transactions += 1 }
    }

    func endTransaction(_ card: CardID, _ disposition: CardDisposition) -> PCSCError? {
        world.withLock { world in
            world.log.append("end, \(disposition)")
            world.transactions -= 1
        }
        return nil
    }

    func atr(_ card: CardID) throws(PCSCError) -> [UInt8] {
        try perform("atr")
        return world.withLock { $0.atr }
    }

    func transmit(
        _ card: CardID, _ command: [UInt8], over protocol: TransmissionProtocol
    ) throws(PCSCError) -> [UInt8] {
        try perform("transmit", "transmit over T=\(`protocol`.rawValue - 1)")
        return world.withLock { $0.answers.isEmpty ? [0x90, 0x00] : $0.answers.removeFirst() }
    }
}
