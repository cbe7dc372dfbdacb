import CardRecord
import DeskScreen
import ThaiIDCard

/// A desk of tests: people who do not exist, and words that are easy to find.
enum TestDesk {
    static let words = ScreenWords(
        language: .thai, title: .init("TITLE", "LEAVE"), noReader: .init("NO READER", "plug one in"),
        unplugged: .init("UNPLUGGED", "plug it in"), ready: .init("READY", "insert a card"),
        reading: .init("READING", "leave it in"), cleared: .init("CLEARED", "put it in again"), expired: "EXPIRED",
        note: "NOTE", day: "DAY", before: "(before)", daysLeft: { "\($0) LEFT" }, sheet: { "SHEET \($0)" })

    /// What is read where nobody asks for more.
    static let usual = Field.all.filter { $0.group == .card }

    static let reads = ["01K0000000000000000000000A", "01K0000000000000000000000B"].compactMap { ReadID($0) }

    /// A card as it is read on 23 November 2026.
    ///
    /// - Parameter expiry: its last day as the card has it.
    static func record(
        expiry: String = "25750414", birth: String = "25330415", read: Int = 0, fields: [Field] = usual,
        _ change: (inout IDCard) -> Void = { _ in }
    ) -> Record {
        var card = IDCard()
        card.citizenID = CitizenID("1000000000009").map { .value($0) } ?? .blank
        card.nameThai = .value(PersonName(title: "นาย", first: "ทดสอบ", middle: nil, last: "น้ำตัวอย่าง", language: .thai))
        card.nameEnglish = .value(
            PersonName(title: "Mr.", first: "Thotsop", middle: nil, last: "Namtuayang", language: .english))
        card.birthDate = .value(PartialDate(raw: birth))
        card.issueDate = .value(PartialDate(raw: "25600601"))
        card.expiryDate = .value(PartialDate(expiry: expiry))
        card.address = .value(
            Address([.houseNumber: "99/1", .soi: "ซอยตัวอย่าง 5", .road: "ถนนตัวอย่าง", .province: "กรุงเทพมหานคร"]))
        change(&card)
        let how = Record.Read(
            id: reads[read], at: "2026-11-23T09:41:07+07:00", source: .reader, reader: "A", atr: "", exchanges: 1,
            milliseconds: 1)
        return Record(read: how, card: card, fields: fields.filter { $0.sensitivity != .guarded })
    }

    /// What is shown after some changes, by reader `A` unless they say otherwise.
    static func model(_ changes: Change...) -> DeskModel { model(changes) }

    static func model(_ changes: [Change]) -> DeskModel {
        changes.reduce(into: DeskModel()) { $0.apply($1) }
    }

    static func lines(of model: DeskModel, columns: Int = 80, rows: Int = 24, portraits: Bool = false) -> [String] {
        DeskLayout(words: words, showsPortraits: portraits).picture(of: model, columns: columns, rows: rows).lines
            .map { line in String(line.text.reversed().drop { $0 == " " }.reversed()) }
    }
}
