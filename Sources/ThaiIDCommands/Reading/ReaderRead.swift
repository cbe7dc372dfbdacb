import PCSC
import SmartCard
import ThaiIDCard

/// A read of the card in a reader.
struct ReaderRead: Sendable {
    let request: ReadRequest

    /// Reads the card.
    func run(
        in slot: ChosenSlot, progress: @escaping @Sendable (ReadProgress) -> Void
    ) async throws(ReaderFailure) -> ReadAttempt {
        let session = ReaderSession(slot: slot, disposition: changesApplet ? .reset : .leave)
        let (request, time) = (request, slot.time)
        return try await session.run { card in
            var request = request
            // A limit that somebody set is kept from outside, and says so in its own words.
            request.limits.duration = time.asked.map { .seconds($0 + 5) } ?? time.left
            return ReadAttempt(request, on: card, progress: progress)
        }
    }

    private var changesApplet: Bool { request.fields.contains { $0.applet != .storage } }
}
