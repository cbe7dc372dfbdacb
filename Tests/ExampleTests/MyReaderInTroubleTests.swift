import SmartCard
import Testing
import ThaiIDCard
import VirtualCard

struct MyReaderInTroubleTests {
    @Test(arguments: 1...4)
    func saysThatTheCardWasPulled(_ exchange: Int) throws {
        let card = VirtualCard(try SampleCard.card.image(), faults: [.removal(before: exchange)])
        #expect(throws: ChannelError.cardRemoved) { try citizenID(on: card) }
    }

    @Test func givesUpOnACardThatNeverEnds() throws {
        let card = VirtualCard(try SampleCard.card.image(), faults: [.endlessWaiting])
        #expect(throws: ChannelError.limitExceeded(.rounds)) { try citizenID(on: card) }
    }
}
