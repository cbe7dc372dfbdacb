import CardExport
import PCSC
import ThaiIDCard

/// Follows the readers, reads each card that comes, and tells what happens.
struct CardWatch: Sendable {
    let fields: [Field]
    let timeout: Int?
    let isMasked: Bool
    /// The language for people, `nil` for scripts.
    let language: Language?

    /// Runs until interrupted, or until nobody can be told any more.
    func run() async throws(ToolError) {
        var events = PCSCService().readerEvents().makeAsyncIterator()
        while let event = try await next(&events) {
            switch event {
            case .readerAttached(let reader): try tell(.readerAttached, reader)
            case .readerDetached(let reader): try tell(.readerDetached, reader)
            case .cardRemoved(let reader): try tell(.cardRemoved, reader)
            case .cardInserted(let reader, _, let isFresh):
                try tell(.cardInserted, reader)
                try await read(reader, isFresh)
            }
        }
    }

    private func next(_ events: inout ReaderEvents.Iterator) async throws(ToolError) -> ReaderEvent? {
        do throws(PCSCError) { return try await events.next() } catch { throw ToolError(error) }
    }

    private func tell(_ kind: Event.Kind, _ reader: String) throws(ToolError) {
        guard language == nil else { return }
        try Output.write(Event(kind, at: LocalTime.now, reader: reader).json.line + "\n")
    }

    private func read(_ reader: String, _ isFresh: Bool) async throws(ToolError) {
        let read = ReaderRead(request: ReadRequest(fields), timeout: timeout)
        let outcome: ReadOutcome
        do throws(ReaderFailure) {
            outcome = try await read.run(in: reader, isFresh: isFresh) { _ in }.outcome()
        } catch {
            return try report(error, reader)
        }
        let record = Record(read: outcome.read, card: outcome.reading.card, fields: fields, isMasked: isMasked)
        let event = Event(read: record, at: LocalTime.now, reader: reader)
        try Output.write(language.map { record.text(in: $0) + "\n" } ?? event.json.line + "\n")
    }

    private func report(_ failure: ReaderFailure, _ reader: String) throws(ToolError) {
        let report = ErrorReport(error: failure.error, reader: reader)
        if let language {
            Output.tell(report.text(in: language) + "\n")
        } else {
            let event = Event(failed: report.json, at: LocalTime.now, reader: reader)
            try Output.write(event.json.line + "\n")
        }
    }
}
