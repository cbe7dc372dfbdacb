internal import AuditLog
package import CardRecord
internal import Dispatch
package import Host
internal import SheetRequest
internal import Synchronization
package import ThaiIDCard

/// Does what is to be done with each card that was read: nothing that was read is lost, and nothing is done twice.
///
/// Before anything is done, the spool has it. Actions on different things run side by side; what fails is tried
/// again after a time that doubles, and as soon as another on the same thing succeeds; what cannot go well by itself
/// is kept until a person decides.
package final class Clerk: Sendable {
    /// What is to be done with one card, and with which record of it.
    package typealias Order = (action: Action, record: JSONRecord)

    private static let longestPause = Duration.seconds(300)
    /// How long to wait for another process that has an entry.
    private static let busyPause = Duration.seconds(1)

    private let spool: Spool
    private let runner: EntryRunner
    private let clock: WallClock
    private let codeOf: @Sendable (ActionError) -> String
    private let tell: @Sendable (ActionReport) -> Void
    private let busy = DispatchGroup()
    private let state = Mutex((lanes: [String: Lane](), troubled: Set<String>(), isStopped: false))

    /// - Parameters:
    ///   - codeOf: the contract's code of an error.
    ///   - tell: hears what became of each action, on the thread that did it.
    package init(
        _ spool: Spool, speaking language: Language, clock: WallClock = .system,
        programLimit: Duration = .seconds(30), codeOf: @escaping @Sendable (ActionError) -> String,
        tell: @escaping @Sendable (ActionReport) -> Void
    ) {
        runner = EntryRunner(spool: spool, language: language, programLimit: programLimit)
        (self.spool, self.clock, self.codeOf, self.tell) = (spool, clock, codeOf, tell)
    }

    /// Takes what is to be done with a card into the spool; `carryOut` then does it.
    ///
    /// - Returns: what keeps the disk from having it; it is then kept in memory, and a crash would lose it.
    package func accept(_ orders: [Order], of read: Record.Read) -> (accepted: Accepted, failure: FileFailure?) {
        guard let id = read.id else { return (Accepted(items: []), nil) }
        let entries = orders.enumerated().map { number, order in
            let content = EntryContent(action: order.action, record: order.record, at: read.at, reader: read.reader)
            return (name: EntryName(read: id, number: number), content: content, state: EntryState())
        }
        do throws(FileFailure) {
            try spool.add(entries)
            return (Accepted(items: entries.map { ($0.content.action.lane, .filed($0.name)) }), nil)
        } catch {
            let items = entries.map { ($0.content.action.lane, Lane.Item.inMemory($0.name, $0.content, $0.state)) }
            return (Accepted(items: items), error)
        }
    }

    /// Actions that the desk has taken upon itself.
    package struct Accepted: Sendable {
        let items: [(lane: String, item: Lane.Item)]
    }

    /// Begins with what was accepted, and comes back at once.
    package func carryOut(_ accepted: Accepted) {
        for (lane, item) in accepted.items { self.lane(lane).put(item) }
    }

    /// Goes on with what the spool holds from before.
    package func resume() {
        for name in spool.names() {
            if let lane = laneName(of: name) { self.lane(lane).put(.filed(name)) }
        }
    }

    /// `nil` where another process has the entry, which is then the one that reports.
    private func laneName(of name: EntryName) -> String? {
        guard case .entry(let entry)? = try? spool.open(name) else { return nil }
        return entry.content?.action.lane ?? ""
    }

    /// Begins nothing any more, and waits until what was begun is done, or the time is over.
    package func stop(within limit: Duration) {
        state.withLock { $0.isStopped = true }
        let (seconds, attoseconds) = limit.components
        _ = busy.wait(timeout: .now() + Double(seconds) + Double(attoseconds) / 1e18)
    }

    private func lane(_ name: String) -> Lane {
        state.withLock { state in
            if let lane = state.lanes[name] { return lane }
            let lane = Lane(name, busy: busy) { [weak self] item in self?.attempt(item, in: name) }
            state.lanes[name] = lane
            return lane
        }
    }

    private func attempt(_ item: Lane.Item, in lane: String) {
        guard !state.withLock(\.isStopped) else { return }
        let entry: SpoolEntry
        switch opening(of: item) {
        case .gone: return
        case .busy: return self.lane(lane).put(.filed(item.name), after: Self.busyPause)
        case .entry(let opened): entry = opened
        }
        let report = attempt(entry)
        switch report.outcome {
        case .done:
            entry.remove()
            if state.withLock({ $0.troubled.remove(lane) }) != nil { self.lane(lane).hurry() }
        case .waiting:
            state.withLock { _ = $0.troubled.insert(lane) }
            self.lane(lane).put(self.item(of: entry), after: Self.pause(after: entry.state.failures))
        case .failed: break
        }
        tell(report)
    }

    /// Tries an entry once.
    package func attempt(_ entry: SpoolEntry) -> ActionReport {
        var report = ActionReport(
            entry: entry.name, reader: entry.content?.reader, action: entry.content?.action.name, outcome: .done)
        do throws(ActionError) {
            let done = try runner.run(entry)
            (report.file, report.sheet, report.job, report.saved) = (done.file, done.sheet, done.job, done.saved)
            return report
        } catch {
            if case .sheet(let sheet)? = entry.content?.action { report.sheet = sheet.request.audit }
            // A note that finds no room changes nothing but what a list says.
            try? entry.note {
                $0.failures += 1
                $0.failure = codeOf(error)
                $0.isHeld = !error.isPassing
            }
            let next = clock.text(after: Self.pause(after: entry.state.failures))
            return ActionReport(
                entry: entry.name, reader: report.reader, action: report.action,
                outcome: error.isPassing ? .waiting(error, next: next) : .failed(error), sheet: report.sheet)
        }
    }

    /// Forgets an entry, as a person says; of a sheet that was logged the log says so.
    package func drop(_ entry: SpoolEntry) throws(ActionError) {
        try runner.logFailure(of: entry, code: entry.state.failure ?? "refused", at: clock.now)
        entry.remove()
    }

    /// Tries an entry that waits for a person, who has looked after the paper.
    package func retry(_ entry: SpoolEntry) -> ActionReport {
        try? entry.note { ($0.isPrinting, $0.isHeld) = (false, false) }
        let report = attempt(entry)
        if case .done = report.outcome { entry.remove() }
        return report
    }

    private func opening(of item: Lane.Item) -> Spool.Opening {
        switch item {
        // What cannot be opened stays where it is, and is listed.
        case .filed(let name): return (try? spool.open(name)) ?? .gone
        case .inMemory(let name, let content, let state):
            guard (try? spool.add([(name, content, state)])) != nil else {
                return .entry(spool.inMemory(name, content, state))
            }
            return (try? spool.open(name)) ?? .gone
        }
    }

    private func item(of entry: SpoolEntry) -> Lane.Item {
        guard entry.isInMemoryAlone, let content = entry.content else { return .filed(entry.name) }
        return .inMemory(entry.name, content, entry.state)
    }

    /// 1 s, 2 s, 4 s, … 5 minutes.
    private static func pause(after failures: Int) -> Duration {
        failures > 9 ? longestPause : min(longestPause, .seconds(1 << max(0, failures - 1)))
    }
}
