import CardRecord
import CardSources
import DeskScreen
import FrontDesk
import Host
import SmartCard
import Synchronization
import ThaiIDCard

/// Tells somebody at a desk: the whole terminal shows the cards that are in, and keeps nothing of any.
final class WatchScreen: DeskTeller {
    private let shown: ShownFields
    private let language: Language
    private let isColoured: Bool
    private let clearAfter: Duration?
    private let view = Mutex<DeskView?>(nil)

    /// `nil` where none can be drawn on, or what is told on standard error would be drawn over.
    init?(_ shown: ShownFields, in language: Language, isColoured: Bool, clearAfter: Duration?) {
        guard Process.isTerminal(Descriptor.output), let kind = Process.environment("TERM"), kind != "dumb",
            Observer.current == nil || !Process.isTerminal(Descriptor.errors)
        else { return nil }
        (self.shown, self.language, self.isColoured, self.clearAfter) = (shown, language, isColoured, clearAfter)
    }

    func begin() throws(ToolError) {
        let hasPhoto = shown.fields.contains { $0.kind == .photo }
        let view = DeskView(
            words: ScreenWords(in: language), isColoured: isColoured, clearAfter: clearAfter,
            portraits: { hasPhoto ? PortraitPainter(speaking: language) : nil })
        guard let view else { throw .write(to: "terminal", reason: "\(SystemError.last)") }
        self.view.withLock { $0 = view }
    }

    func end() { view.withLock { $0 }?.close() }

    func tell(_ event: CardEvent) {
        let reader = event.reader
        switch event.kind {
        case .readerAttached: put(.attached(reader: reader))
        case .readerDetached: put(.detached(reader: reader))
        case .cardInserted: put(.inserted(reader: reader))
        case .cardRemoved: put(.removed(reader: reader))
        case .cardRead(let card):
            let record = shown.record(of: card)
            put(.read(reader: reader, record))
            put(.day(at: event.at, outcome: ScreenWords.outcome(of: record)[language], read: record.read.id))
        case .cardFailed(let error):
            let error = ToolError(error.cause)
            let words = ScreenWords.words(of: error)
            put(
                .failed(
                    reader: reader, problem: words.problem[language], remedy: words.remedy[language],
                    outlasts: error.identity == .cardRemoved))
            put(.day(at: event.at, outcome: words.problem[language]))
        }
    }

    func tell(_ progress: ReadProgress, reader: String) {
        let share = Double(progress.known) / Double(max(1, progress.needed))
        put(.progress(reader: reader, share: share, text: progress.text.map(shown.record(ofText:))))
    }

    func tell(_ report: ActionReport) {
        let line = DeskWords.line(report)[language]
        let isDone = if case .done = report.outcome { true } else { false }
        let action = "\(report.entry)"
        if let reader = report.reader {
            put(.done(reader: reader, read: report.read, action: action, text: line, isGood: isDone))
        }
        if let sheet = report.sheet {
            put(.day(at: WallClock.system.now, outcome: nil, sheet: "\(sheet)", read: report.read))
        }
        put(.trouble(at: WallClock.system.now, outcome: line, action: action, isGood: isDone))
    }

    func tell(_ exception: FilingRules.Exception, _ event: CardEvent) {
        guard case .cardRead(let card) = event.kind, let read = card.read.id else { return }
        put(.done(reader: event.reader, read: read, text: DeskWords.line(exception)[language], isGood: false))
    }

    func tell(_ notice: Notices.Name, isGiven: Bool, of read: ReadID, _ event: CardEvent) {
        guard !isGiven else { return }
        let words = ToolError.desk(.noNotice(notice)).words
        put(.done(reader: event.reader, read: read, text: words.problem[language], isGood: false))
    }

    func tell(spoolFailure: FileFailure) {
        let words = ToolError.desk(.spool(.folder(spoolFailure))).words
        put(.day(at: WallClock.system.now, outcome: words.problem[language]))
    }

    private func put(_ change: Change) { view.withLock { $0 }?.put(change) }
}

extension ShownFields {
    /// What is shown of a card whose photo is still to come.
    fileprivate func record(ofText card: IDCard) -> Record {
        let read = Record.Read(
            at: WallClock.system.now, source: .reader, reader: nil, atr: "", exchanges: 0, milliseconds: 0)
        return record(of: card, read, fields.filter { $0.applet == .storage && $0.kind != .photo })
    }
}
