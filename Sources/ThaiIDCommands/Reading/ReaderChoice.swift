import PCSC
import ThaiIDCard

/// Finds the reader whose card is meant.
struct ReaderChoice: Sendable {
    /// Part of a reader's name, or its number in the list.
    let asked: String?
    /// How long to wait for a card, `nil` for not at all.
    let wait: WaitLimit?
    /// Seconds that the read may take, where somebody said so.
    let timeout: Int?

    private let service = PCSCService()

    init(asked: String?, wait: WaitLimit?, timeout: Int? = nil) {
        self.asked = asked
        self.wait = wait
        self.timeout = timeout
    }

    /// The reader, whether its card came just now, and how long it may be spoken to.
    func find() async throws(ToolError) -> ChosenSlot {
        let time = ReadingTime(asked: timeout)
        do throws(ToolError) {
            return ChosenSlot(reader: try pick(from: try await states(within: time)), time: time)
        } catch {
            guard let wait, error.mayPass else { throw error }
            return try await waiting(wait)
        }
    }

    private func states(within time: ReadingTime) async throws(ToolError) -> [ReaderState] {
        do throws(PCSCError) {
            return try await service.readers(timeout: time.left)
        } catch {
            throw error == .timeout && time.left == .zero ? time.error : ToolError(error)
        }
    }

    /// The one reader that is meant, with a card in it.
    func pick(from states: [ReaderState]) throws(ToolError) -> String {
        guard !states.isEmpty else { throw .noReader }
        if let asked {
            let reader = try named(asked, among: states)
            guard reader.isCardPresent else { throw .noCard(waited: false) }
            return reader.name
        }
        let holding = states.filter(\.isCardPresent)
        guard let first = holding.first else { throw .noCard(waited: false) }
        guard holding.count == 1 else {
            throw .whichReader(asked: nil, there: Self.list(states, where: \.isCardPresent))
        }
        return first.name
    }

    private func named(_ asked: String, among states: [ReaderState]) throws(ToolError) -> ReaderState {
        if let number = Int(asked), states.indices.contains(number - 1) { return states[number - 1] }
        if let exact = states.first(where: { $0.name == asked }) { return exact }
        let alike = states.filter { $0.name.lowercased().contains(asked.lowercased()) }
        guard alike.count == 1, let only = alike.first else {
            throw .whichReader(asked: asked, there: Self.list(states) { _ in true })
        }
        return only
    }

    /// Readers with the numbers by which they can be asked for.
    private static func list(_ states: [ReaderState], where isMeant: (ReaderState) -> Bool) -> [String] {
        states.enumerated().filter { isMeant($0.element) }.map { "\($0.offset + 1): \($0.element.name)" }
    }

    /// Looks again whenever something happens at a reader, until a card is there or time is up.
    private func waiting(_ limit: WaitLimit) async throws(ToolError) -> ChosenSlot {
        do {
            return try await first(within: limit)
        } catch let error as ToolError {
            throw error
        } catch let error as PCSCError {
            throw ToolError(error)
        } catch {
            throw .internal("\(type(of: error))")
        }
    }

    private func first(within limit: WaitLimit) async throws -> ChosenSlot {
        let found = try await withThrowingTaskGroup(of: ChosenSlot.self) { group in
            group.addTask { try await next() }
            if case .seconds(let seconds) = limit {
                group.addTask {
                    try await Task.sleep(for: .seconds(seconds))
                    throw ToolError.noCard(waited: true)
                }
            }
            defer { group.cancelAll() }
            return try await group.next()
        }
        guard let found else { throw ToolError.noCard(waited: true) }
        return found
    }

    private func next() async throws -> ChosenSlot {
        for try await event in service.readerEvents() {
            guard case .cardInserted(_, _, let isFresh) = event else { continue }
            let time = ReadingTime(asked: timeout)
            if let reader = try? pick(from: try await states(within: time)) {
                return ChosenSlot(reader: reader, isFresh: isFresh, time: time)
            }
        }
        throw ToolError.noService
    }
}

extension ToolError {
    /// Whether waiting for a card can mend it.
    fileprivate var mayPass: Bool {
        switch self {
        case .noReader, .noCard, .whichReader(asked: .some, there: _): true
        default: false
        }
    }
}
