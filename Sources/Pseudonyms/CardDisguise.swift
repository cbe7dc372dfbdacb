internal import CardTrace
internal import Invention
internal import SmartCard
internal import ThaiIDCard

/// Puts a pseudonym's data in the place of a person's on a card, byte for byte.
///
/// The table says where the fields are. A field that is not named here is taken for text, so that one
/// that is added cannot be forgotten.
struct CardDisguise {
    let pseudonym: Pseudonym
    private let image: CardImage
    private let card: IDCard
    private let dates: DateDisguise

    /// Takes a card's bytes and who is to stand in for its holder.
    init(_ image: CardImage, _ pseudonym: Pseudonym) {
        self.image = image
        self.pseudonym = pseudonym
        card = IDCard(image)
        let stated = Field.all.compactMap { [card] field -> (String, PartialDate)? in
            guard case .date(let date)? = field.state(in: card).value else { return nil }
            return (field.key, date)
        }
        dates = DateDisguise(pseudonym: pseudonym, dates: Dictionary(uniqueKeysWithValues: stated))
    }

    /// The pseudonym's card: known are the same bytes, but for those outside the fields.
    var disguised: CardImage {
        var disguised = CardImage()
        var photos = photoDisguise
        for field in Field.all {
            let known = image[field.applet]
            for range in known.known.within(field.span) {
                guard let bytes = known[range] else { continue }
                let own =
                    field.key == Field.photo.key
                    ? photos(bytes, at: range.lowerBound - field.span.lowerBound) : self.bytes(of: field, range, bytes)
                disguised[field.applet].write(own, at: range.lowerBound)
            }
        }
        return disguised
    }

    /// What stands in for a stretch of a field; for all of it, or from its beginning on, mostly.
    private func bytes(of field: Field, _ range: Range<Int>, _ original: ArraySlice<UInt8>) -> [UInt8] {
        let isWhole = range == field.span
        switch field.key {
        case Field.sex.key:
            return Array(original)
        case Field.dataVersion.key:
            return OutsideFields.isVersion(original) ? Array(original) : text(original)
        case Field.unknownDigits.key:
            // It may be a religion. Two digits on every card that was ever published; none where there are none.
            return original.contains(where: { TextByte($0).isText })
                ? Array(Array("01".utf8)[(range.lowerBound - field.span.lowerBound)...].prefix(range.count))
                : text(original)
        case Field.citizenID.key, Field.issuerCode.key:
            return NumberDisguise(pseudonym: pseudonym).citizenID(original) ?? text(original)
        case Field.nameThai.key, Field.nameEnglish.key:
            return text(original, titles: range.lowerBound == field.span.lowerBound ? KeptWords.titles : [])
        case Field.address.key, Field.issuer.key:
            return text(original, labels: KeptWords.labels)
        case Field.Chip.laserNumber.key:
            return text(original, labels: KeptWords.laserSeries)
        case Field.Chip.serialNumber.key:
            return serialNumber(original)
        default:
            return isWhole ? date(of: field, original) ?? text(original) : text(original)
        }
    }

    private func text(_ original: ArraySlice<UInt8>, labels: [[UInt8]] = [], titles: [[UInt8]] = []) -> [UInt8] {
        TextDisguise(pseudonym: pseudonym, labels: labels, titles: titles)(original)
    }

    private func date(of field: Field, _ original: ArraySlice<UInt8>) -> [UInt8]? {
        guard case .date(let date)? = field.state(in: card).value, date.raw.utf8.count == original.count else {
            return nil
        }
        return dates(date, of: field.key).map { Array($0.utf8) }
    }

    /// Two zero bytes, which no chip's fabrication date begins with, and what lots draw. One of zeros
    /// alone stays: the chip has none.
    private func serialNumber(_ original: ArraySlice<UInt8>) -> [UInt8] {
        guard original.contains(where: { $0 != 0 }) else { return Array(original) }
        return pseudonym.drawn(.chip, insteadOf: original) { lots in
            original.indices.map { $0 < original.startIndex + 2 ? 0 : UInt8(lots.below(256)) }
        }
    }

    private var photoDisguise: PhotoDisguise {
        let start = Field.photo.row.span.lowerBound
        return PhotoDisguise(
            pseudonym: pseudonym, sex: card.sex.value?.value ?? .unknown,
            statedLength: image[.storage][start..<(start + 2)]?.reduce(0) { $0 << 8 | Int($1) },
            file: card.photo.value?.jpeg.count)
    }
}

/// Words that a pseudonym keeps, since they say what follows them and not who somebody is.
enum KeptWords {
    /// Titles that tell a sex and an age at most. Rarer ones, such as ranks, can tell a person.
    static let titles = encoded([
        "นางสาว", "นาง", "นาย", "น.ส.", "เด็กชาย", "เด็กหญิง", "ด.ช.", "ด.ญ.", "Mr.", "Mrs.", "Miss", "Ms.", "Master",
    ])

    /// What the parts of an address and the names of offices begin with. The capital stands for a
    /// province and needs no word before it; one person in eight lives there.
    static let labels = encoded([
        "หมู่ที่", "หมู่", "ตรอก", "ซอย", "ถนน", "ตำบล", "แขวง", "อำเภอ", "เขต", "จังหวัด", "ต.", "อ.", "จ.", "กรุงเทพมหานคร",
        "สำนักทะเบียน", "ท้องถิ่น", "เทศบาลตำบล", "เทศบาลเมือง", "เทศบาลนคร",
    ])

    /// What laser numbers begin with: series of card stock.
    static let laserSeries = encoded(["JT", "JC", "ME"])

    private static func encoded(_ words: [String]) -> [[UInt8]] { words.compactMap(TIS620.encode) }
}
