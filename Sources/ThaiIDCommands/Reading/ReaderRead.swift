import CardExport
import PCSC
import SmartCard
import ThaiIDCard

/// A read of the card in a reader.
struct ReaderRead: Sendable {
    let request: ReadRequest
    /// Seconds that it may take, where somebody said so.
    let timeout: Int?
    /// Where to write what passed between reader and card.
    let recording: OutputFile?

    /// How long a read may take when nobody says so: more than the limit within it, which tells why.
    private static let usualLimit = Duration.seconds(40)

    /// Reads the card.
    func run(
        in reader: String, isFresh: Bool, progress: @escaping @Sendable (ReadProgress) -> Void
    ) async throws(ReaderFailure) -> ReadOutcome {
        do throws(ToolError) {
            return try await attempt(reader, isFresh, progress).outcome(.reader, recording)
        } catch {
            throw ReaderFailure(error: error, reader: reader)
        }
    }

    private func attempt(
        _ reader: String, _ isFresh: Bool, _ progress: @escaping @Sendable (ReadProgress) -> Void
    ) async throws(ToolError) -> ReadAttempt {
        var request = request
        if let timeout { request.limits.duration = .seconds(timeout + 5) }
        let changesApplet = request.fields.contains { $0.applet != .storage }
        do {
            return try await PCSCService().withCard(
                in: reader, timeout: timeout.map { .seconds($0) } ?? Self.usualLimit, freshlyInserted: isFresh,
                leaving: changesApplet ? .reset : .leave
            ) { [request] channel in
                ReadAttempt(request, over: channel, at: LocalTime.now, reader: reader, progress: progress)
            }
        } catch let error as CardSessionError {
            throw ToolError(error, timeout: timeout)
        } catch {
            throw .internal("\(type(of: error))")
        }
    }
}

/// An error that happened at a reader.
struct ReaderFailure: Error {
    let error: ToolError
    let reader: String
}

extension ToolError {
    /// What it means that no conversation with a card came about.
    init(_ error: CardSessionError, timeout: Int?) {
        switch error {
        case .service(let cause): self.init(cause)
        case .noSuchReader(let reader): self = .whichReader(asked: reader, there: [])
        case .noCard: self = .noCard(waited: false)
        case .notConnected(let cause): self.init(cause)
        case .timedOut: self = timeout.map { .timeout(seconds: $0) } ?? .limit(.duration)
        }
    }

    /// What it means that the service cannot be used.
    init(_ error: PCSCError) {
        switch error {
        case .securityViolation: self = .accessDenied
        default: self = .noService
        }
    }
}
