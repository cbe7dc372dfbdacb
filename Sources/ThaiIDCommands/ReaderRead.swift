import CardExport
import PCSC
import SmartCard
import ThaiIDCard

/// A read of a card in a reader: finds the reader, waits for the card if asked to, and reads it.
struct ReaderRead: Sendable {
    let source: CardSource
    let request: ReadRequest
    let recording: OutputFile?

    /// How long a read may take when nobody says so: more than the limit within it, which tells why.
    private static let usualLimit = Duration.seconds(40)

    func run(_ progress: @escaping @Sendable (ReadProgress) -> Void) async throws -> CardSource.Outcome {
        let service = PCSCService()
        let (reader, isFresh) = try await ReaderChoice(source: source, service: service).find()
        var request = request
        if let timeout = source.timeout { request.limits.duration = .seconds(timeout + 5) }
        let changesApplet = request.fields.contains { $0.applet != .storage }
        let attempt: Attempt
        do {
            attempt = try await service.withCard(
                in: reader, timeout: source.timeout.map { .seconds($0) } ?? Self.usualLimit,
                freshlyInserted: isFresh, leaving: changesApplet ? .reset : .leave
            ) { [request] channel in
                Attempt(request, over: channel, at: LocalTime.now, reader: reader, progress: progress)
            }
        } catch let error as CardSessionError {
            throw ReaderFailure(error: ToolError(error, timeout: source.timeout), reader: reader)
        }
        do {
            return try attempt.outcome(.reader, recording)
        } catch {
            throw ReaderFailure(error: error, reader: reader)
        }
    }
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
