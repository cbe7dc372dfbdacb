internal import PCSC
internal import SmartCard
internal import ThaiIDCard

/// What is done and told of one reader and the cards that come into it.
struct ReaderAttendant: Sendable {
    /// What all readers' attendants do alike.
    struct Task: Sendable {
        /// How long one read may take; `nil` for the usual limits.
        let timeLimit: Duration?
        let timestamp: @Sendable (ContinuousClock.Instant) -> String
        let read: @Sendable (ChosenSlot) async throws(CardSourceError) -> ReadCard
    }

    let reader: String
    let task: Task
    let handover: Handover<CardEvent>

    /// Does what reports ask for, one after another.
    func attend(to reports: ReaderReports) async {
        var isFurnished = false
        var reports = reports.makeAsyncIterator()
        // The queue of one reader ends without an error.
        while let report = try? await reports.next() { await take(report, &isFurnished) }
    }

    /// - Parameter isFurnished: whether the reader holds a mute card that nobody put in, such as a SAM:
    ///   neither that it is in nor that it goes is news of a card.
    private func take(_ report: ReaderReport, _ isFurnished: inout Bool) async {
        switch report.event {
        case .readerAttached: await tell(.readerAttached, at: report.time)
        case .readerDetached: await tell(.readerDetached, at: report.time)
        case .cardRemoved:
            if !isFurnished { await tell(.cardRemoved, at: report.time) }
            isFurnished = false
        case .cardInserted(_, let atr, let isFresh):
            isFurnished = report.wasThere && atr == nil
            guard !isFurnished else { return }
            await tell(.cardInserted(atr), at: report.time)
            await read(report, isFresh, looksForeign: atr?.looksLikeThaiID != true)
        }
    }

    private func read(_ report: ReaderReport, _ isFresh: Bool, looksForeign: Bool) async {
        let slot = ChosenSlot(
            reader: reader, isFresh: isFresh, insertion: report.eventCount, time: ReadingTime(limit: task.timeLimit))
        do throws(CardSourceError) {
            await tell(.cardRead(try await task.read(slot)), at: .now)
        } catch {
            guard !isNoNews(error.cause, report, looksForeign) else { return }
            await tell(.cardFailed(error), at: .now)
        }
    }

    /// Whether an error says nothing of a card that somebody put in: the card is out by now, or it was there before
    /// and is no Thai ID card, such as a security key.
    private func isNoNews(_ cause: CardSourceError.Cause, _ report: ReaderReport, _ looksForeign: Bool) -> Bool {
        switch cause {
        case .anotherInsertion: true
        case .notThaiID: report.wasThere && looksForeign
        default: cause.isMute && report.wasThere && looksForeign
        }
    }

    private func tell(_ kind: CardEvent.Kind, at moment: ContinuousClock.Instant) async {
        await handover.offer(CardEvent(kind: kind, reader: reader, at: task.timestamp(moment)))
    }
}
