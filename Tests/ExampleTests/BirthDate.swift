import SmartCard
import ThaiIDCard

/// When the holder of a card was born, as far as the card knows: `1990-04-15`, `1990-04` or `1990`.
func birthDate(on card: any CardChannel) throws(CardError) -> String? {
    let request = ReadRequest(Field.all.filter { $0.key == "birthDate" })
    return try CardReader.read(request, over: card).card.birthDate.value?.iso
}
