import CardSources
import ThaiIDCard

/// What a desk does all day: greets whoever puts in a card, and goes on when one cannot be read.
func greet(with cards: Cards, _ say: (String) -> Void) async throws {
    let name = Field.all.filter { $0.key == "nameThai" }
    for try await event in cards.watch(ReadRequest(name), within: .seconds(10)) {
        switch event.kind {
        case .cardRead(let read): say("สวัสดี \(read.card.nameThai.value?.full ?? "")")
        case .cardFailed(let error): say("\(event.reader): \(error.cause)")
        case .readerAttached, .readerDetached, .cardInserted, .cardRemoved: break
        }
    }
}
