import PCSC
import ThaiIDCard

/// The name on the card that is in a reader, if one is.
func nameOnCard() async throws -> String? {
    let service = PCSCService()
    guard let reader = try await service.readers().first(where: \.isCardPresent) else { return nil }
    let request = ReadRequest(Field.all.filter { $0.key == "nameThai" })
    let card = try await service.withCard(in: reader.name) { channel in
        try CardReader.read(request, over: channel).card
    }
    return card.nameThai.value?.full
}
