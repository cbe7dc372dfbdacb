internal import CardRecord
internal import PCSC
internal import SmartCard
internal import ThaiIDCard

/// A conversation with the card in a reader: one transaction, and a limit on its time.
struct ReaderConversation: Sendable {
    let cards: Cards
    let slot: ChosenSlot
    /// What becomes of the card afterwards.
    let disposition: CardDisposition

    /// Speaks to the card. What goes wrong in the conversation is for `body` to report.
    func run<Value: Sendable>(
        _ body: @escaping @Sendable (OpenCard) -> Value
    ) async throws(CardSourceError) -> Value {
        let (cards, reader) = (cards, slot.reader)
        do {
            return try await cards.service.withCard(
                in: reader, timeout: slot.time.leftInAll, freshlyInserted: slot.isFresh, insertion: slot.insertion,
                leaving: disposition
            ) { channel in
                body(
                    OpenCard(
                        channel: cards.decorate(channel), source: .reader, time: cards.timestamp(.now), reader: reader))
            }
        } catch {
            throw CardSourceError(CardSourceError.Cause(error, timeLimit: slot.time.limit), reader: reader)
        }
    }

    /// Reads the card.
    func attempt(
        _ request: ReadRequest, progress: @escaping @Sendable (ReadProgress) -> Void = { _ in }
    ) async throws(CardSourceError) -> ReadAttempt {
        let time = slot.time
        return try await run { card in
            var request = request
            // A limit that somebody set is kept from outside, and says so in its own words.
            request.limits.duration = time.limit.map { $0 + .seconds(5) } ?? time.left
            return ReadAttempt(request, on: card, progress: progress)
        }
    }
}
