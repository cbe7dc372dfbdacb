import PCSC
import SmartCard

/// An error in speaking to a card, and the reader at which it happened, if it was at one.
struct ReaderFailure: Error, Hashable {
    let error: ToolError
    let reader: String?
    /// Whether the card that was meant was out before it could be spoken to.
    var isOver = false
}

extension ToolError {
    /// What it means that no conversation with a card came about.
    init(_ error: CardSessionError, timeout: Int?) {
        switch error {
        case .service(let cause): self.init(cause)
        case .noSuchReader(let reader): self = .whichReader(asked: reader, there: [])
        case .noCard: self = .noCard(waited: false)
        case .anotherInsertion: self = .cardRemoved(.swapped)
        case .notConnected(let cause): self.init(cause)
        case .timedOut: self = timeout.map { .timeout(seconds: $0) } ?? .limit(.duration)
        }
    }

    /// What it means that the service cannot be used.
    init(_ error: PCSCError) {
        switch error {
        case .securityViolation: self = .accessDenied
        case .serviceStopped: self = .serviceVersion
        default: self = .noService
        }
    }
}
