import CardRecord
import CardSources
import FrontDesk
import Host
import RegisterProgram
import SheetRequest
import Synchronization
import ThaiIDCard

/// Tells scripts: a line of JSON for everything that happens.
final class EventLines: DeskTeller {
    private let shown: ShownFields
    /// One line at a time, whichever thread has it.
    private let turn = Mutex(())

    init(_ shown: ShownFields) { self.shown = shown }

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

    func tell(_ report: ActionReport) {
        let texts = [
            ("name", report.action?.rawValue), ("file", report.file), ("sheet", report.sheet?.description),
            ("job", report.job),
        ]
        let members = texts.map { ($0, $1.map(JSONValue.string)) } + [("register", report.saved?.json)]
        let action = JSONValue.object(
            members.compactMap { name, value in value.map { JSONValue.Member(name: name, value: $0) } })
        let kind: Event.Kind
        var (failure, next): (ActionError?, String?) = (nil, nil)
        switch report.outcome {
        case .done: kind = .actionDone
        case .waiting(let error, let time): (kind, failure, next) = (.actionWaiting, error, time)
        case .failed(let error): (kind, failure) = (.actionFailed, error)
        }
        tell(
            Event(
                kind, of: action, read: report.read, error: failure.map { ErrorReport(error: ToolError($0)).json },
                next: next, at: WallClock.system.now, reader: report.reader ?? ""))
    }

    func tell(_ notice: Notices.Name, isGiven: Bool, of read: ReadID, _ event: CardEvent) {
        let error = isGiven ? nil : ErrorReport(error: .desk(.noNotice(notice))).json
        tell(
            Event(
                isGiven ? .actionDone : .actionFailed, of: ["name": .string(notice.rawValue)], read: read, error: error,
                next: nil, at: WallClock.system.now, reader: event.reader))
    }

    func tell(spoolFailure: FileFailure) {
        Output.tell(ErrorReport(error: .desk(.spool(.folder(spoolFailure)))).json.line + "\n")
    }

    /// Where a line cannot be written, the next event says so.
    private func tell(_ event: Event) { try? write(event) }

    private func write(_ event: Event) throws(ToolError) {
        try turn.withLock { _ throws(ToolError) in try Output.write(event.json.line + "\n") }
    }
}
