import Testing
import ThaiIDCard
import VirtualCard

struct MyReaderTests {
    @Test func readsTheCitizenID() throws {
        let card = VirtualCard(try SampleCard.card.image())
        #expect(try citizenID(on: card) == "1000000000009")
    }
}
