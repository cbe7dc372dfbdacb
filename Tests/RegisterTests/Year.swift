import CardRecord
import Invention
import RecordSeal
import Register
import RegisterModel
import TestSupport
import Testing
import ThaiIDCard

/// A year in an office, done in a register and in a plain model at once.
struct Year {
    private static let start = "2026-01-05T09:00:00+07:00"
    private static let fields = Field.rows(
        Field.citizenID, Field.nameThai, Field.nameEnglish, Field.birthDate, Field.sex, Field.address,
        Field.requestNumber, Field.issueDate, Field.expiryDate)
    private static let words = ["ทดสอบ", "ตัวอย่าง", "สมมุติ", "จำลอง", "ทดลอง", "ต้นแบบ", "ฝึกหัด"]

    let office: Office
    private(set) var plain = PlainOffice(days: [Office.service: 365, Office.survey: 30])
    private var generator: SeededGenerator
    /// The cards that each has had, the newest last.
    private var holders: [[IDCard]] = []
    /// What the register called those who were linked.
    private var ids: [String: JSONValue] = [:]
    private let people: Int
    private let visits: Int

    init(people: Int, visits: Int, seed: UInt64) throws {
        (office, generator) = (try Office(at: Self.start), SeededGenerator(seed: seed))
        (self.people, self.visits) = (people, visits)
    }

    /// Every number that somebody has ever had.
    var numbers: [String] { holders.map { $0[0].digits } }

    private var now: Int64 { office.clock.now.micros }

    /// Lets the year pass.
    mutating func pass() throws {
        let step = 365 * 86_400 / visits
        let month = max(1, visits / 12)
        for number in 0..<visits {
            office.clock.pass(seconds: step)
            // The clock is set right now and then.
            if number % 97 == 96 { office.clock.pass(seconds: -min(step, 120)) }
            if number % month == month - 1 { try purge() }
            if number == visits / 2 { try beginRekey() }
            if number == visits / 2 + month { try office.register.rekey(to: nil, by: Office.clerk) { _, _ in } }
            let isNew = holders.count * visits < people * (number + 1)
            if isNew { try come(try newHolder()) } else { try somebodyComes() }
        }
    }

    private mutating func somebodyComes() throws {
        let who = Int.random(in: 0..<holders.count, using: &generator)
        switch Int.random(in: 0..<1000, using: &generator) {
        case 0..<40: try reissue(who) { $0.move(to: "\($1)/1") }
        case 40..<70: try reissue(who) { $0.name("\(Self.words[$1 % 7])ใหม่", "ก", english: "Mai", "K") }
        case 70..<110: try come(who, with: holders[who].randomElement(using: &generator))
        case 110..<140: try come(who, late: Int.random(in: 60..<400_000, using: &generator))
        case 140..<155: try correct(who)
        case 155..<160: try takeBack(who)
        case 160..<170: try link(who)
        case 170..<180: try erase(who)
        case 180..<183: try unlink(who)
        default: try come(who)
        }
    }

    private mutating func newHolder() throws -> Int {
        let index = holders.count
        var card = IDCard()
        card.citizenID = .value(InventedPeople(seed: 26).citizenID(at: index))
        card.name(
            Self.words[index % 7] + Self.words[index / 7 % 7], "ที่\(Self.words[index / 49 % 7])", english: "Thotsop",
            "Thi")
        card.sex = .value(Sex(raw: "\(index % 2 + 1)"))
        card.birthDate = .value(PartialDate(raw: "\(2500 + index % 50)0415"))
        card.issue("2020-01-0\(1 + index % 9)", request: index)
        card.move(to: "\(index)")
        holders.append([card])
        return index
    }

    /// A card is read, and saved; now and then twice.
    private mutating func come(_ who: Int, with older: IDCard? = nil, late: Int = 0) throws {
        guard let card = older ?? holders[who].last else { return }
        let read = RegisterTime(micros: now - Int64(late) * 1_000_000)
        let purpose = Bool.random(using: &generator) ? Office.service : Office.survey
        let id = ReadID(milliseconds: Int(read.micros / 1_000), using: &generator)
        guard plain.takes(card.digits, read: read.micros) else {
            #expect(throws: RegisterError(.erasedSince)) {
                try office.save(card, for: purpose, at: read.text, id: id, fields: Self.fields)
            }
            return
        }
        try office.save(card, for: purpose, at: read.text, id: id, fields: Self.fields)
        plain.save(card.digits, Self.sighting(card, read.micros), for: purpose)
        if generator.next() % 50 == 0 {
            let again = try office.save(card, for: purpose, at: read.text, id: id, fields: Self.fields)
            #expect(again.text("outcome") == "again")
        }
    }

    private static func sighting(_ card: IDCard, _ read: Int64) -> PlainOffice.Sighting {
        let issue = card.issueDate.value.flatMap { date in
            date.year.flatMap { year in date.month.flatMap { month in date.day.map { (year * 100 + month) * 100 + $0 } }
            }
        }
        return PlainOffice.Sighting(
            issue: issue ?? 0, read: read, first: card.nameThai.value?.first ?? "",
            house: card.address.value?[.houseNumber] ?? "")
    }

    private mutating func reissue(_ who: Int, _ change: (inout IDCard, Int) -> Void) throws {
        guard var card = holders[who].last else { return }
        card.issue(String(office.clock.now.text.prefix(10)), request: Int(generator.next() % 1_000_000))
        // No two cards of somebody are issued on one day.
        guard card.issueDate != holders[who].last?.issueDate else { return try come(who) }
        change(&card, Int(generator.next() % 10_000))
        holders[who].append(card)
        try come(who)
    }

    private mutating func correct(_ who: Int) throws {
        let number = holders[who][0].digits
        guard plain.shown(number) != nil else { return }
        var card = IDCard()
        let house = "แก้\(generator.next() % 1_000)"
        card.move(to: house)
        let record = card.record(at: office.clock.now.text, id: nil, fields: Field.rows(Field.address))
        try office.ask(
            .correct,
            ["citizenID": .string(number), "field": "address", "value": record["card"]?["address"], "reason": "แจ้งย้าย"])
        plain.correct(plain.survivor(of: number), house: house)
    }

    private mutating func takeBack(_ who: Int) throws {
        let number = plain.survivor(of: holders[who][0].digits)
        guard plain.people[number]?.correction != nil else { return }
        try office.ask(
            .correct, ["citizenID": .string(number), "field": "address", "remove": .bool(true), "reason": "เข้าใจผิด"])
        plain.takeBack(number)
    }

    /// Somebody gets a new number, comes with a new card, and is linked.
    private mutating func link(_ who: Int) throws {
        let old = holders[who][0].digits
        guard let person = plain.people[old], person.replacedBy == nil else { return }
        let other = try newHolder()
        try come(other)
        let new = holders[other][0].digits
        ids[old] = try id(old)
        try office.ask(.link, ["old": try id(old), "new": try id(new), "reason": "ได้สัญชาติ"])
        plain.link(old, to: new)
    }

    /// The link was a mistake.
    private mutating func unlink(_ who: Int) throws {
        let old = holders[who][0].digits
        guard plain.people[old]?.replacedBy != nil, let id = ids[old] else { return }
        try office.ask(.unlink, ["person": id, "reason": "ผิดคน"])
        plain.unlink(old)
    }

    /// What the register calls somebody.
    private func id(_ number: String) throws -> JSONValue {
        JSONValue(try office.ask(.show, ["citizenID": .string(number)]).text("person"))
    }

    private mutating func erase(_ who: Int) throws {
        let number = holders[who][0].digits
        guard plain.shown(number) != nil else { return }
        try office.ask(.erase, ["citizenID": .string(number), "reason": "ขอให้ลบ"])
        plain.erase(number, at: now)
    }

    /// New keys, ended half way: both open what they sealed, until somebody goes on.
    private func beginRekey() throws {
        let (root, clock) = (RegisterKey(), office.clock)
        let failing = try Register.open(
            FailingStore(office.store, writes: 2), root: office.root, clock: { clock.now })
        #expect(throws: RegisterError(.full)) { try failing.rekey(to: root, by: Office.clerk) { _, _ in } }
        try office.reopen(root)
    }

    private mutating func purge() throws {
        let answer = try office.ask(.purge)
        #expect(answer.number("people") == plain.purge(at: now))
    }
}
