internal import PCSC
internal import SmartCard
internal import ThaiIDCard

/// Finds the reader whose card is meant: the one that is named, or the one that `CardSearch` finds.
struct ReaderFinder: Sendable {
    typealias Cause = CardSourceError.Cause

    private let choice: ReaderChoice
    private let service: PCSCService
    private let decorate: Cards.Decoration
    private let foreignCards = ForeignCards()

    init(
        _ choice: ReaderChoice, service: PCSCService = PCSCService(),
        decorating decorate: @escaping Cards.Decoration = { $0 }
    ) {
        (self.choice, self.service, self.decorate) = (choice, service, decorate)
    }

    /// The reader, whether its card came just now, and how long it may be spoken to.
    func find() async throws(Cause) -> ChosenSlot {
        let time = ReadingTime(limit: choice.timeLimit)
        do throws(Cause) {
            let states = try await states(within: time)
            return ChosenSlot(reader: try await pick(from: states, by: search(within: time)).name, time: time)
        } catch {
            guard choice.wait != .never, error.mayPass else { throw error }
            return try await wait()
        }
    }

    private func states(within time: ReadingTime) async throws(Cause) -> [ReaderState] {
        do throws(PCSCError) {
            return try await service.readers(timeout: time.left)
        } catch {
            throw error == .timeout && time.left == .zero ? .timedOut(after: time.limit) : .service(error)
        }
    }

    private func search(within time: ReadingTime, freshReader: String? = nil) -> CardSearch {
        CardSearch(service, within: time, freshReader: freshReader, decorating: decorate, foreignCards)
    }

    /// The one reader that is meant, with a card in it. One that is named is taken as it is.
    func pick(from states: [ReaderState], by search: CardSearch) async throws(Cause) -> ReaderState {
        guard let name = choice.name, !states.isEmpty else {
            return try await search.slot(among: states, isDoubting: choice.wait != .never)
        }
        SlotReport.found(states).tell()
        let reader = try named(name, among: states)
        guard reader.isCardPresent else { throw .noCard(waited: false) }
        SlotReport.chosen(reader: reader.name, .named).tell()
        return reader
    }

    private func named(_ asked: String, among states: [ReaderState]) throws(Cause) -> ReaderState {
        if let number = Int(asked), states.indices.contains(number - 1) { return states[number - 1] }
        if let exact = states.first(where: { $0.name == asked }) { return exact }
        let alike = states.filter { $0.name.lowercased().contains(asked.lowercased()) }
        guard alike.count == 1, let only = alike.first else {
            throw .whichReader(asked: asked, there: CardSearch.list(states) { _ in true })
        }
        return only
    }

    /// Looks again whenever something happens at a reader, until a card is there or time is up.
    private func wait() async throws(Cause) -> ChosenSlot {
        do {
            return try await first()
        } catch {
            throw Cause(error, timeLimit: choice.timeLimit)
        }
    }

    private func first() async throws -> ChosenSlot {
        let found = try await withThrowingTaskGroup(of: ChosenSlot.self) { group in
            group.addTask { try await next() }
            if case .upTo(let limit) = choice.wait {
                group.addTask {
                    try await Task.sleep(for: limit)
                    throw Cause.noCard(waited: true)
                }
            }
            defer { group.cancelAll() }
            return try await group.next()
        }
        guard let found else { throw Cause.noCard(waited: true) }
        return found
    }

    private func next() async throws -> ChosenSlot {
        for try await report in service.readerReports() {
            guard case .cardInserted(let reader, _, let isFresh) = report.event else { continue }
            let time = ReadingTime(limit: choice.timeLimit)
            // A service that goes while it is asked comes back, or ends the reports.
            guard let states = try? await states(within: time) else { continue }
            do throws(Cause) {
                let search = search(within: time, freshReader: isFresh ? reader : nil)
                let state = try await pick(from: states, by: search)
                return ChosenSlot(reader: state.name, isFresh: isFresh && state.name == reader, time: time)
            } catch {
                // Who has just put in the wrong card is told; what was there before is passed over.
                guard error.mayPass, report.wasThere || !isFresh || !error.isWrongCard else { throw error }
            }
        }
        try Task.checkCancellation()
        throw Cause.service(.noService)
    }
}

extension CardSourceError.Cause {
    /// Whether waiting for a card can mend it.
    fileprivate var mayPass: Bool {
        switch self {
        case .noReader, .noCard, .whichReader(asked: .some, there: _), .notThaiID: true
        case .noThaiCard(let foreign, let mute): foreign.isEmpty || mute.isEmpty
        default: false
        }
    }

    /// Whether it is of a card that speaks and is no Thai ID card.
    fileprivate var isWrongCard: Bool {
        switch self {
        case .notThaiID: true
        case .noThaiCard(let foreign, _): !foreign.isEmpty
        default: false
        }
    }
}
