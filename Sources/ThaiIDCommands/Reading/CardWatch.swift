import CardFormats
import CardRecord
import PCSC
import ThaiIDCard

/// Follows the readers, reads each card that comes, and tells what happens.
///
/// Each reader has a task of its own, in which one thing follows another as it happened: a card that
/// is slow or silent holds up nobody but its own reader. What is over by the time that somebody has
/// time for it is passed over, and no card is read in another's place.
struct CardWatch: Sendable {
    let fields: [Field]
    let timeout: Int?
    let isMasked: Bool
    /// The language for people, `nil` for scripts.
    let language: Language?

    /// Runs until interrupted, or until nobody can be told any more.
    func run() async throws(ToolError) {
        let (failures, failed) = AsyncStream<ToolError>.makeStream(bufferingPolicy: .bufferingOldest(1))
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await follow { failed.yield($0) } }
                group.addTask { for await failure in failures { throw failure } }
                defer { group.cancelAll() }
                try await group.next()
            }
        } catch let error as ToolError {
            throw error
        } catch {
            throw .internal("\(type(of: error))")
        }
    }

    /// Gives each reader's reports to its task.
    private func follow(_ fail: @escaping @Sendable (ToolError) -> Void) async throws(ToolError) {
        var desks: [String: (queue: ReportQueue, task: Task<Void, Never>)] = [:]
        var reports = PCSCService().readerReports().makeAsyncIterator()
        let end: ToolError?
        do throws(PCSCError) {
            while let report = try await reports.next() {
                let reader = report.event.reader
                let desk = desks[reader] ?? ReaderDesk(reader: reader, watch: self).open(fail)
                desks[reader] = desk
                desk.queue.put(report)
            }
            end = nil
        } catch {
            end = ToolError(error)
        }
        for desk in desks.values {
            desk.queue.finish()
            await desk.task.value
        }
        if let end { throw end }
    }
}
