import CardFormats
import CardRecord
import PCSC
import Synchronization
import ThaiIDCard

/// What is done and told, while watching, of one reader and the cards that come into it.
struct ReaderDesk: Sendable {
    let reader: String
    let watch: CardWatch

    /// Standard output and standard error, for one desk at a time.
    private static let voice = Mutex<Void>(())

    /// Starts a task that does what reports ask for, one after another.
    func open(_ fail: @escaping @Sendable (ToolError) -> Void) -> (queue: ReportQueue, task: Task<Void, Never>) {
        let (reports, queue) = ReaderReports.makeQueue()
        let task = Task {
            var isFurnished = false
            do {
                for try await report in reports { try await take(report, &isFurnished) }
            } catch let error as ToolError {
                fail(error)
            } catch {
                fail(.internal("\(type(of: error))"))
            }
        }
        return (queue, task)
    }

    /// - Parameter isFurnished: whether the reader holds a mute card that nobody put in, such as a SAM:
    ///   neither that it is in nor that it goes is news of a card.
    private func take(_ report: ReaderReport, _ isFurnished: inout Bool) async throws(ToolError) {
        switch report.event {
        case .readerAttached: try tell(.readerAttached, report)
        case .readerDetached: try tell(.readerDetached, report)
        case .cardRemoved:
            if !isFurnished { try tell(.cardRemoved, report) }
            isFurnished = false
        case .cardInserted(_, let atr, let isFresh):
            isFurnished = report.wasThere && atr == nil
            guard !isFurnished else { return }
            try tell(.cardInserted, report)
            try await read(report, isFresh, looksForeign: atr?.looksLikeThaiID != true)
        }
    }

    private func tell(_ kind: Event.Kind, _ report: ReaderReport) throws(ToolError) {
        guard watch.language == nil else { return }
        try write(Event(kind, at: LocalTime.text(of: report.time), reader: reader).json.line + "\n")
    }

    private func read(_ report: ReaderReport, _ isFresh: Bool, looksForeign: Bool) async throws(ToolError) {
        let slot = ChosenSlot(
            reader: reader, isFresh: isFresh, insertion: report.eventCount, time: ReadingTime(asked: watch.timeout))
        let outcome: ReadOutcome
        do throws(ReaderFailure) {
            outcome = try await ReaderRead(request: ReadRequest(watch.fields)).run(in: slot) { _ in }.outcome()
        } catch {
            guard !error.isOver, !isNoNews(error.error, report, looksForeign) else { return }
            return try tell(error)
        }
        let record = Record(
            read: outcome.read, card: outcome.reading.card, fields: watch.fields, isMasked: watch.isMasked)
        let event = Event(read: record, at: LocalTime.now, reader: reader)
        try write(watch.language.map { record.text(in: $0) + "\n" } ?? event.json.line + "\n")
    }

    /// Whether an error says nothing of a card that somebody put in, because what is in was there before
    /// and is no Thai ID card, such as a security key.
    private func isNoNews(_ error: ToolError, _ report: ReaderReport, _ looksForeign: Bool) -> Bool {
        switch error {
        case .cardMute, .notThaiID: report.wasThere && looksForeign
        default: false
        }
    }

    private func tell(_ failure: ReaderFailure) throws(ToolError) {
        let report = ErrorReport(error: failure.error, reader: reader)
        guard let language = watch.language else {
            return try write(Event(failed: report.json, at: LocalTime.now, reader: reader).json.line + "\n")
        }
        Self.voice.withLock { _ in Output.tell(report.text(in: language) + "\n") }
    }

    private func write(_ text: String) throws(ToolError) {
        let result = Self.voice.withLock { _ in Result { () throws(ToolError) in try Output.write(text) } }
        try result.get()
    }
}
