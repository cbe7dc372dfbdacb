import CardSources
import PCSC
import SmartCard

extension ToolError {
    /// What it means for whoever asked that a card could not be read.
    init(_ cause: CardSourceError.Cause) {
        switch cause {
        case .service(.securityViolation): self = .accessDenied
        case .service(.serviceStopped): self = .serviceVersion
        case .service: self = .noService
        case .noReader: self = .noReader
        case .whichReader(let asked, let there):
            self = .whichReader(asked: asked, there: there.map { "\($0.number): \($0.name)" })
        case .noCard(let waited): self = .noCard(waited: waited)
        case .notThaiID(let status): self = .notThaiID(status)
        case .noThaiCard(let foreign, let mute): self = .noThaiCard(foreign: foreign, mute: mute)
        case .anotherInsertion: self = .cardRemoved(.swapped)
        case .card(let error): self.init(error)
        case .timedOut(let limit?): self = .timeout(seconds: Int(limit.components.seconds))
        case .timedOut(nil): self = .limit(.duration)
        case .cancelled: self = .internal("cancelled")
        }
    }

    /// What it means that not all commands were sent, or the last of them went wrong.
    init(_ failure: CommandRun.Failure) {
        switch failure {
        case .channel(let error): self.init(error)
        case .status(let command, let status, let expected):
            self = .cardData(.status(command: command, status, expected: expected))
        }
    }
}

/// An error in speaking to a card, and the reader at which it happened, if it was at one.
struct ReaderFailure: Error, Hashable {
    let error: ToolError
    let reader: String?
}

extension ReaderFailure {
    /// The same in the tool's words.
    init(_ error: CardSourceError) { self.init(error: ToolError(error.cause), reader: error.reader) }
}
