internal import PCSC
internal import SmartCard
internal import Synchronization
internal import ThaiIDCard

extension CardSearch {
    /// How long one card may take to say what it is, so that one that is silent does not keep another
    /// from being read.
    private static let askingLimit = Duration.seconds(5)

    /// Asks the cards of this machine's readers, each insertion of a foreign one only once.
    ///
    /// - Parameter freshReader: where a card came a moment ago.
    init(
        _ service: PCSCService, within time: ReadingTime, freshReader: String? = nil,
        decorating decorate: @escaping Cards.Decoration, _ memory: ForeignCards
    ) {
        ask = { state in
            if let known = memory.answer(of: state) { return known }
            let answer = await Self.ask(
                state.name, service, within: min(Self.askingLimit, time.left / 2), isFresh: state.name == freshReader,
                decorate)
            memory.keep(answer, of: state)
            return answer
        }
    }

    private static func ask(
        _ reader: String, _ service: PCSCService, within limit: Duration, isFresh: Bool,
        _ decorate: @escaping Cards.Decoration
    ) async -> Answer {
        do {
            try await service.withCard(in: reader, timeout: limit, freshlyInserted: isFresh) { channel in
                try CardReader.probe(decorate(channel))
            }
            return .thaiID
        } catch CardSessionError.timedOut {
            return .failed(.mute)
        } catch {
            let cause = CardSourceError.Cause(error, timeLimit: nil)
            if case .notThaiID(let status) = cause { return .foreign(status) }
            return .failed(cause)
        }
    }
}

/// Cards that said they are no Thai ID cards, so that none is asked twice.
final class ForeignCards: Sendable {
    private let known = Mutex<[ReaderState: CardSearch.Answer]>([:])

    /// What the card of this insertion said; `nil` where it was not asked.
    func answer(of state: ReaderState) -> CardSearch.Answer? { known.withLock { $0[state] } }

    /// Keeps what a card said, where it is a foreign one.
    func keep(_ answer: CardSearch.Answer, of state: ReaderState) {
        guard case .foreign = answer else { return }
        known.withLock { $0[state] = answer }
    }
}
