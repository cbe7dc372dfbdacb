import CardRecord
import PCSC
import SmartCard

/// A conversation with the card in a reader: one transaction, and a limit on its time.
struct ReaderSession: Sendable {
    let slot: ChosenSlot
    /// What becomes of the card afterwards.
    let disposition: CardDisposition

    /// Speaks to the card. What goes wrong in the conversation is for `body` to report.
    func run<Value: Sendable>(_ body: @escaping @Sendable (OpenCard) -> Value) async throws(ReaderFailure) -> Value {
        let reader = slot.reader
        do {
            return try await PCSCService().withCard(
                in: reader, timeout: slot.time.leftInAll, freshlyInserted: slot.isFresh, insertion: slot.insertion,
                leaving: disposition
            ) { channel in
                body(OpenCard(channel: channel, source: .reader, time: LocalTime.now, reader: reader))
            }
        } catch CardSessionError.anotherInsertion {
            throw ReaderFailure(error: ToolError(.anotherInsertion, timeout: nil), reader: reader, isOver: true)
        } catch let error as CardSessionError {
            throw ReaderFailure(error: ToolError(error, timeout: slot.time.asked), reader: reader)
        } catch {
            throw ReaderFailure(error: .internal("\(type(of: error))"), reader: reader)
        }
    }
}
