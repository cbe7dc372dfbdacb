internal import CardRecord
package import CardTrace
internal import PCSC
public import SmartCard
public import ThaiIDCard
package import VirtualCard

/// The cards that this machine can reach, and how to read them.
///
/// A value of this type holds nothing open, and may be used from several tasks at once.
public struct Cards: Sendable {
    /// A card's channel, and what is put around it.
    public typealias Decoration = @Sendable (any CardChannel) -> any CardChannel

    let timestamp: @Sendable (ContinuousClock.Instant) -> String
    let decorate: Decoration
    let service = PCSCService()

    /// Makes a way to the cards.
    ///
    /// - Parameters:
    ///   - timestamp: what the clock on the wall showed at a moment, as `2026-11-23T09:41:07+07:00`: records and
    ///     events carry it as it is.
    ///   - decorate: puts a channel of one's own around that of each card, to see or to change what passes.
    public init(
        timestamp: @escaping @Sendable (ContinuousClock.Instant) -> String,
        decorating decorate: @escaping Decoration = { $0 }
    ) {
        (self.timestamp, self.decorate) = (timestamp, decorate)
    }

    /// Reads a card: all that was asked for, or an error.
    ///
    /// - Parameter progress: is told how far the read has come, on the thread that reads.
    public func read(
        _ request: ReadRequest, from place: CardPlace,
        progress: @escaping @Sendable (ReadProgress) -> Void = { _ in }
    ) async throws(CardSourceError) -> ReadCard {
        try await attempt(request, from: place, progress: progress).result()
    }

    /// Reads a card, and keeps what passed even where the read fails.
    ///
    /// - Throws: where no conversation with a card came about. What goes wrong in it is for the attempt to tell.
    public func attempt(
        _ request: ReadRequest, from place: CardPlace,
        progress: @escaping @Sendable (ReadProgress) -> Void = { _ in }
    ) async throws(CardSourceError) -> ReadAttempt {
        switch place {
        case .reader(let choice):
            try await conversation(in: find(choice), changingApplet: request.changesApplet)
                .attempt(request, progress: progress)
        case .replay(let trace): ReadAttempt(request, on: open(trace), progress: progress)
        case .virtual(let makeCard): ReadAttempt(request, on: open(makeCard()), progress: progress)
        }
    }

    /// Speaks to the card in a reader in one transaction, and resets it afterwards.
    package func withCard<Value: Sendable>(
        in choice: ReaderChoice, _ body: @escaping @Sendable (OpenCard) -> Value
    ) async throws(CardSourceError) -> Value {
        try await conversation(in: find(choice), changingApplet: true).run(body)
    }

    /// What happens at the readers from now on, and what is on each card that comes into one.
    ///
    /// - Parameters:
    ///   - reader: part of the name of the one that is meant, in either case; `nil` for all.
    ///   - timeLimit: how long the read of one card may take; `nil` for the usual limits.
    ///   - progress: is told how far the read in a reader has come, on the thread that reads.
    public func watch(
        _ request: ReadRequest, in reader: String? = nil, within timeLimit: Duration? = nil,
        progress: @escaping @Sendable (ReadProgress, _ reader: String) -> Void = { _, _ in }
    ) -> CardEvents {
        CardEvents(
            makeReports: service.readerReports, reader: reader?.lowercased(),
            attending: .init(timeLimit: timeLimit, timestamp: timestamp) { slot throws(CardSourceError) in
                try await conversation(in: slot, changingApplet: request.changesApplet).attempt(request) {
                    progress($0, slot.reader)
                }.result()
            })
    }

    /// A recording in the place of a card.
    package func open(_ trace: Trace) -> OpenCard {
        let replay = ReplayChannel(trace)
        return OpenCard(
            channel: decorate(ObservedChannel.around(replay)), source: .replay,
            time: trace.recordedAt ?? timestamp(.now), reader: trace.reader,
            recording: .init(trace: trace, replay: replay))
    }

    /// A card that is not there.
    package func open(_ card: VirtualCard) -> OpenCard {
        OpenCard(channel: decorate(ObservedChannel.around(card)), source: .virtual, time: timestamp(.now))
    }

    private func find(_ choice: ReaderChoice) async throws(CardSourceError) -> ChosenSlot {
        do throws(CardSourceError.Cause) {
            return try await ReaderFinder(choice, service: service, decorating: decorate).find()
        } catch {
            throw CardSourceError(error)
        }
    }

    private func conversation(in slot: ChosenSlot, changingApplet changesApplet: Bool) -> ReaderConversation {
        ReaderConversation(cards: self, slot: slot, disposition: changesApplet ? .reset : .leave)
    }
}

extension ReadRequest {
    fileprivate var changesApplet: Bool { fields.contains { $0.applet != .storage } }
}
