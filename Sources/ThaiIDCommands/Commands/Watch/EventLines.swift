import CardRecord
import CardSources
import ThaiIDCard

/// Tells scripts: a line of JSON for everything that happens.
struct EventLines: DeskTeller {
    let shown: ShownFields

    func tell(_ event: CardEvent) throws(ToolError) {
        let (at, reader) = (event.at, event.reader)
        switch event.kind {
        case .cardRead(let card): try write(Event(read: shown.record(of: card), at: at, reader: reader))
        case .cardFailed(let error):
            let report = ErrorReport(error: ReaderFailure(error).error, reader: reader)
            try write(Event(failed: report.json, at: at, reader: reader))
        case .readerAttached: try write(Event(.readerAttached, at: at, reader: reader))
        case .readerDetached: try write(Event(.readerDetached, at: at, reader: reader))
        case .cardInserted: try write(Event(.cardInserted, at: at, reader: reader))
        case .cardRemoved: try write(Event(.cardRemoved, at: at, reader: reader))
        }
    }

    /// Nothing has happened yet.
    func tell(_ progress: ReadProgress, reader: String) {}

    private func write(_ event: Event) throws(ToolError) { try Output.write(event.json.line + "\n") }
}
