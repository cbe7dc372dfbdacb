import CardRecord
import Invention
import RegisterModel
import ThaiIDCard

extension IDCard {
    /// An invented person's card: issued on 2 January 2025 unless said otherwise, good for years.
    static func invented(_ index: Int = 0, photo: Bool = false, _ change: (inout IDCard) -> Void = { _ in }) -> IDCard {
        var card = InventedPeople(seed: 12, portraits: photo)[index].card
        card.issue("2025-01-02", request: 1)
        card.name("ทดสอบ", "ตัวอย่าง", english: "Thotsop", "Tuayang")
        card.birthDate = .value(PartialDate(raw: "25330415"))
        change(&card)
        return card
    }

    var digits: String { citizenID.value?.digits ?? "" }

    mutating func issue(_ iso: String, request: Int) {
        guard let day = CalendarDay(startOf: iso) else { return }
        issueDate = .value(PartialDate(raw: day.cardDigits))
        expiryDate = .value(PartialDate(expiry: CalendarDay(number: day.number + 8 * 365).cardDigits))
        requestNumber = .value("00000000001/" + String(10_000_000 + request))
    }

    mutating func name(_ first: String, _ last: String, english: String, _ family: String) {
        nameThai = .value(PersonName(title: "นาย", first: first, middle: nil, last: last, language: .thai))
        nameEnglish = .value(PersonName(title: "Mr.", first: english, middle: nil, last: family, language: .english))
    }

    mutating func move(to house: String) {
        address = .value(
            Address([
                .houseNumber: house, .subdistrict: "แขวงตัวอย่าง", .district: "เขตตัวอย่าง", .province: "กรุงเทพมหานคร",
            ]))
    }

    /// With another number, as somebody else's card has it.
    func with(number other: IDCard) -> IDCard {
        var card = self
        card.citizenID = other.citizenID
        return card
    }

    func record(at time: String, id: ReadID?, fields: [Field]) -> JSONValue {
        let read = Record.Read(
            id: id, at: time, source: .virtual, reader: nil, atr: "3B00", exchanges: 0, milliseconds: 0)
        return Record(read: read, card: self, fields: fields).json
    }
}

extension CalendarDay {
    /// As cards write it, in the Buddhist era.
    var cardDigits: String { String(((year + 543) * 100 + month) * 100 + day) }
}

extension JSONValue {
    /// A text some levels down.
    func text(_ path: String...) -> String? {
        path.reduce(self as JSONValue?) { $0?[$1] }?.string
    }

    /// Members of a list.
    func list(_ name: String) -> [JSONValue] {
        guard case .array(let values)? = self[name] else { return [] }
        return values
    }

    /// A list of texts.
    func texts(_ name: String) -> [String] { list(name).compactMap(\.string) }

    func number(_ name: String) -> Int? { self[name]?.integer }
}
