import PCSC
import SmartCard
import ThaiIDCard

/// A read of the card in a reader.
struct ReaderRead: Sendable {
    let request: ReadRequest
    /// Seconds that it may take, where somebody said so.
    let timeout: Int?

    /// Reads the card.
    func run(
        in reader: String, isFresh: Bool, progress: @escaping @Sendable (ReadProgress) -> Void
    ) async throws(ReaderFailure) -> ReadAttempt {
        let session = ReaderSession(
            reader: reader, isFresh: isFresh, timeout: timeout, disposition: changesApplet ? .reset : .leave)
        let request = timedRequest
        return try await session.run { ReadAttempt(request, on: $0, progress: progress) }
    }

    private var changesApplet: Bool { request.fields.contains { $0.applet != .storage } }

    private var timedRequest: ReadRequest {
        var request = request
        if let timeout { request.limits.duration = .seconds(timeout + 5) }
        return request
    }
}
