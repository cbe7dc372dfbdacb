import CardRecord
import CardSources
import Foundation
import Testing
import ThaiIDCard
import VirtualCard

/// The record of a card, wherever it is, as one line of JSON.
func recordLine(of place: CardPlace) async throws(CardSourceError) -> String {
    let cards = Cards { moment in
        let seconds = Double((ContinuousClock.now - moment).components.seconds)
        return Date.now.addingTimeInterval(-seconds).formatted(.iso8601)
    }
    let text = Field.all.filter { $0.group == .card && $0.kind != .photo }
    let read = try await cards.read(ReadRequest(text), from: place)
    return Record(read: read.read, card: read.card, fields: text).json.line
}

struct ReadingACardTests {
    @Test func readsACardThatIsNotThere() async throws {
        let image = try SampleCard.card.image()
        let line = try await recordLine(of: .virtual { VirtualCard(image) })
        #expect(line.contains("\"citizenID\":\"1000000000009\""))
    }
}
