import CardExport
import PCSC
import SmartCard

/// A conversation with the card in a reader: one transaction, and a limit on its time.
struct ReaderSession: Sendable {
    let reader: String
    /// Whether the card came a moment ago.
    let isFresh: Bool
    /// Seconds that it may take, where somebody said so.
    let timeout: Int?
    /// What becomes of the card afterwards.
    let disposition: CardDisposition

    /// How long it may take when nobody says so: more than the limit within a read, which tells why.
    private static let usualLimit = Duration.seconds(40)

    /// Speaks to the card. What goes wrong in the conversation is for `body` to report.
    func run<Value: Sendable>(_ body: @escaping @Sendable (OpenCard) -> Value) async throws(ReaderFailure) -> Value {
        do {
            return try await PCSCService().withCard(
                in: reader, timeout: timeout.map { .seconds($0) } ?? Self.usualLimit, freshlyInserted: isFresh,
                leaving: disposition
            ) { [reader] channel in
                body(OpenCard(channel: channel, source: .reader, time: LocalTime.now, reader: reader))
            }
        } catch let error as CardSessionError {
            throw ReaderFailure(error: ToolError(error, timeout: timeout), reader: reader)
        } catch {
            throw ReaderFailure(error: .internal("\(type(of: error))"), reader: reader)
        }
    }
}
