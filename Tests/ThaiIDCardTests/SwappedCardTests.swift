import CardTrace
import SmartCard
import Testing
import ThaiIDCard
import VirtualCard

/// A read that goes on after an interruption must go on with the same card.
@Suite struct SwappedCardTests {
    private static let image: CardImage = (try? TestCard.image()) ?? CardImage()
    private static let commands = Array(
        1...Reading.read(TestCard.everything, over: VirtualCard(image)).trace.commands.count)

    private func read(_ fields: [Field], swappingFor other: CardImage, at number: Int) -> Result<CardReading, CardError>
    {
        let card = SwappedCard(VirtualCard(Self.image), for: VirtualCard(other), at: number)
        return Reading.read(fields, over: card).result
    }

    @Test(arguments: commands)
    func anotherPersonsCardIsNoticed(_ number: Int) throws {
        let other = try TestCard.image(writing: Array("2000000000007".utf8), at: 4)
        let result = read(TestCard.everything, swappingFor: other, at: number)
        if number <= 4 {
            #expect(try result.get().card == IDCard(other, fields: TestCard.everything))
        } else {
            #expect(result.failure == .anotherCard)
        }
    }

    @Test(arguments: commands.dropFirst(6))
    func anotherCardOfTheSamePersonIsNoticed(_ number: Int) throws {
        let other = try TestCard.image(writing: Array("25671231".utf8), at: 0x167)
        #expect(read(TestCard.everything, swappingFor: other, at: number).failure == .anotherCard)
    }

    /// The first span alone does not hold the issue date.
    @Test(arguments: [5, 6])
    func anotherCardOfTheSamePersonIsNoticedBeforeTheIssueDateIsKnown(_ number: Int) throws {
        let other = try TestCard.image(writing: Array("Miss#Changed##Name".utf8) + Array("25671231".utf8), at: 0x75)
        let result = read(TestCard.everything, swappingFor: other, at: number)
        #expect(try result.get().card == IDCard(other, fields: TestCard.everything))
    }

    @Test func sameCardPutInAgainIsGoneOnWith() throws {
        for number in Self.commands {
            #expect(
                try read(TestCard.everything, swappingFor: Self.image, at: number).get().card
                    == IDCard(Self.image, fields: TestCard.everything))
        }
    }

    @Test func otherKindOfCardIsNoticed() throws {
        var other = Self.image
        other.absent = [.storage]
        for number in Self.commands {
            #expect(read(TestCard.everything, swappingFor: other, at: number).failure == .notThaiID(.notFound))
        }
    }
}
