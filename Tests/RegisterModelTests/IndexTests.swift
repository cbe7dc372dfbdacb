import CardRecord
import Foundation
import Invention
import RegisterModel
import RegisterStore
import TestSupport
import Testing
import ThaiIDCard

/// Finding people in blocks, against a plain look at each of them.
@Suite struct IndexTests {
    private static let people: [(entry: IndexEntry, name: String)] = entries(400)

    /// Invented people as an index has them; the areas are invented, too.
    private static func entries(_ count: Int) -> [(entry: IndexEntry, name: String)] {
        InventedPeople(seed: 8, odd: true, portraits: false).prefix(count).map { person in
            let read = Record.Read(
                at: "2026-11-23T09:41:07+07:00", source: .virtual, reader: nil, atr: "", exchanges: 0, milliseconds: 0)
            let record = Record(read: read, card: person.card, fields: Field.all.filter { $0.kind != .photo })
            let entry = IndexEntry(person: Given.id(person.index), record: record.json) { province, _, _, _ in
                String(100_000 + province.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) % 900_000 })
            }
            return (entry, person.card.nameThai.value?.full ?? "")
        }
    }

    private static func blocks(_ entries: [IndexEntry]) -> [[UInt8]] {
        var blocks: [IndexBlock] = []
        for entry in entries {
            if blocks.last?.isFull ?? true { blocks.append(IndexBlock()) }
            _ = blocks[blocks.count - 1].put(entry)
        }
        return blocks.map(\.bytes)
    }

    /// The keys of somebody's names, as they are and as they sound.
    private struct Keys {
        let names: [[Unicode.Scalar]]
        let sounds: [[Unicode.Scalar]]

        init(_ thai: String, _ english: String) {
            names = [ThaiNameKey.normal(thai), EnglishNameKey.normal(english)].map { Array($0.unicodeScalars) }
            sounds = [ThaiNameKey.sound(thai), EnglishNameKey.sound(english)].map { Array($0.unicodeScalars) }
        }

        func hold(_ word: Keys, soundsAlike: Bool) -> Bool {
            zip(soundsAlike ? sounds : names, soundsAlike ? word.sounds : word.names).contains { Self.holds($0, $1) }
        }

        private static func holds(_ text: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
            guard let first = part.first, part.count <= text.count else { return false }
            return (0...(text.count - part.count)).contains {
                text[$0] == first && text[$0..<($0 + part.count)].elementsEqual(part)
            }
        }
    }

    private static func fits(
        _ entry: IndexEntry, _ keys: Keys, _ words: [Keys], _ soundsAlike: Bool, _ born: PartialDay?, _ area: String?
    ) -> Bool {
        let isNamed = words.allSatisfy { keys.hold($0, soundsAlike: soundsAlike) }
        let isBorn =
            born.map { born in
                born.year == entry.birth.year
                    && (born.month == 0 || entry.birth.month == 0 || born.month == entry.birth.month)
                    && (born.day == 0 || entry.birth.day == 0 || born.day == entry.birth.day)
            } ?? true
        return isNamed && isBorn && (area.map { entry.area?.hasPrefix($0) ?? false } ?? true)
    }

    @Test func whoIsFoundIsWhoAPlainLookFinds() throws {
        var generator = SeededGenerator(seed: 21)
        let entries = Self.people.map(\.entry)
        let keys = entries.map { Keys($0.thai, $0.english) }
        let blocks = Self.blocks(entries)
        var found = 0
        for _ in 0..<200 {
            let one = try #require(entries.randomElement(using: &generator))
            let words = (0..<Int.random(in: 0...2, using: &generator)).map { _ -> String in
                let key = Array((Bool.random(using: &generator) ? one.thai : one.english).unicodeScalars)
                let start = Int.random(in: 0...max(0, key.count - 1), using: &generator)
                let part = key.dropFirst(start).prefix(Int.random(in: 1...6, using: &generator))
                return part.isEmpty ? "ทด" : part.reduce(into: "") { $0.unicodeScalars.append($1) }
            }
            let born: PartialDay? =
                [
                    nil, nil, one.birth, PartialDay(year: one.birth.year), PartialDay(year: one.birth.year, month: 4),
                ].randomElement(using: &generator) ?? nil
            let area =
                Bool.random(using: &generator)
                ? one.area.map { String($0.prefix([2, 4, 6].randomElement(using: &generator) ?? 2)) } : nil
            let soundsAlike = Bool.random(using: &generator)
            guard born?.year != 0,
                let query = PeopleQuery(
                    name: words.isEmpty ? nil : words.joined(separator: " "), soundsAlike: soundsAlike, born: born,
                    area: area)
            else { continue }
            let asked = words.map { Keys($0, $0) }
            let expected = zip(entries, keys).filter { Self.fits($0, $1, asked, soundsAlike, born, area) }
                .map(\.0.person)
            let matches = blocks.flatMap(query.matches)
            #expect(matches == expected, "\(words) \(soundsAlike) \(String(describing: born)) \(area ?? "")")
            found += matches.count
        }
        #expect(found > 300)
    }

    @Test func everybodyIsFoundByTheNameOnTheCard() throws {
        let blocks = Self.blocks(Self.people.map(\.entry))
        for (place, (entry, name)) in Self.people.enumerated() where place.isMultiple(of: 25) && !name.isEmpty {
            let query = try #require(PeopleQuery(name: name))
            #expect(query.matches(in: blocks[place / IndexBlock.most]).contains(entry.person), "\(name)")
        }
    }

    @Test func entriesComeOutAsTheyWentIn() throws {
        var block = IndexBlock()
        let own = Self.people.prefix(IndexBlock.most).map { block.put($0.entry) }
        #expect(!own.contains(false))
        #expect(IndexBlock(bytes: block.bytes) == block)
        #expect(block.isFull)
        let one = Self.people[3].entry.person
        let answers = [
            block.put(Self.people[64].entry), block.put(IndexEntry(person: one, thai: "ใหม่", english: "mai")),
            block.remove(one), block.remove(one),
        ]
        #expect(answers == [false, true, true, false])
        #expect(IndexBlock(bytes: block.bytes)?.entries.count == 63)
        #expect(IndexBlock(bytes: IndexBlock().bytes) == IndexBlock())
    }

    @Test func anyLettersAndVastNamesAreKept() throws {
        let entries = [
            IndexEntry(person: Given.id(1), thai: "山田ก\u{FFFD}é😀", english: "çx"),
            IndexEntry(person: Given.id(2), thai: String(repeating: "ก", count: 300), english: ""),
            IndexEntry(
                person: Given.id(3), thai: "", english: "", birth: PartialDay(year: 1990, month: 4), sex: 2,
                area: "050101",
                issue: PartialDay(year: 2023, month: 6, day: 1), expiry: .lifelong),
        ]
        var block = IndexBlock()
        for entry in entries { _ = block.put(entry) }
        let back = try #require(IndexBlock(bytes: block.bytes)).entries
        #expect(back[0] == entries[0])
        #expect(back[1].thai.unicodeScalars.count == 255)
        #expect(back[2] == entries[2])
        #expect(PeopleQuery(name: "田")?.matches(in: block.bytes) == [Given.id(1)])
        #expect(PeopleQuery(area: "05")?.matches(in: block.bytes) == [Given.id(3)])
    }

    /// A block whose bytes are not ours finds nobody it should not, and never ends the program.
    @Test func hostileBytesAreNoBlock() {
        var generator = SeededGenerator(seed: 4)
        var block = IndexBlock()
        for (entry, _) in Self.people.prefix(5) { _ = block.put(entry) }
        let bytes = block.bytes
        let queries = [PeopleQuery(name: "ก"), PeopleQuery(born: PartialDay(year: 1990)), PeopleQuery(area: "10")]
            .compactMap { $0 }
        for count in 0..<bytes.count { #expect(IndexBlock(bytes: Array(bytes.prefix(count))) == nil) }
        for _ in 0..<1000 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                changed[Int.random(in: 0..<changed.count, using: &generator)] = UInt8.random(
                    in: 0...255, using: &generator)
            }
            changed = Array(changed.prefix(Int.random(in: 0...changed.count, using: &generator)))
            _ = IndexBlock(bytes: changed)
            for query in queries { _ = query.matches(in: changed) }
        }
        #expect(IndexBlock(bytes: bytes + [0]) == nil)
    }

    @Test func undividedNamesAreFoundWithoutTheirTitle() {
        let record = Given.record(
            changing: [
                "nameThai": [
                    "title": .null, "first": "นายทดสอบ ตัวอย่าง", "middle": .null, "last": .null,
                    "full": "นายทดสอบ ตัวอย่าง",
                ]
            ])
        let entry = IndexEntry(person: Given.id(1), record: record) { _, _, _, _ in nil }
        #expect(entry.thai == "ทดสอบตัวอย่าง")
    }

    @Test func entryOfARecordHasItsFacts() {
        let entry = IndexEntry(person: Given.id(1), record: Given.record(expires: "99999999")) {
            province, district, subdistrict, day in
            #expect([province, district, subdistrict] == ["กรุงเทพมหานคร", "เขตตัวอย่าง", "แขวงตัวอย่าง"])
            #expect(day == CalendarDay(year: 2023, month: 6, day: 1))
            return "103001"
        }
        #expect(
            entry
                == IndexEntry(
                    person: Given.id(1), thai: "ทดสอบตัวอย่าง", english: "",
                    birth: PartialDay(year: 1990, month: 4, day: 15),
                    sex: 1, area: "103001", issue: PartialDay(year: 2023, month: 6, day: 1), expiry: .lifelong))
    }

    @Test func queryThatAsksNothingIsNone() {
        #expect(PeopleQuery() == nil)
        #expect(PeopleQuery(name: " - ") == nil)
        #expect(PeopleQuery(name: "", area: "10") == nil)
        #expect(PeopleQuery(area: "1") == nil)
        #expect(PeopleQuery(area: "1x") == nil)
        #expect(PeopleQuery(born: .unknown) == nil)
        #expect(PeopleQuery(born: PartialDay(year: 0, month: 4)) == nil)
    }

    @Test(arguments: [
        ("2533-04-15", PartialDay(year: 1990, month: 4, day: 15)), ("1990-04", PartialDay(year: 1990, month: 4)),
        ("2533", PartialDay(year: 1990)), ("2533-02-30", nil), ("2533-13", nil), ("2533-00", nil), ("33", nil),
        ("", nil),
        ("2533-4-15", nil), ("2533-04-15-01", nil), ("-533-04-15", nil), ("๒๕๓๓", nil), ("2533-04-", nil),
    ])
    func birthsAreReadInEitherCalendar(_ text: String, _ day: PartialDay?) { #expect(PartialDay(text: text) == day) }

    /// R3 in part: a million people in 15,625 blocks, `THAIID_INDEX_BENCH=1 swift test -c release`.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["THAIID_INDEX_BENCH"] != nil, "A measurement."))
    func millionIsSearchedInTime() throws {
        var generator = SeededGenerator(seed: 3)
        let entries = Self.entries(20_000).map(\.entry)
        let blocks = (0..<15_625).map { _ -> [UInt8] in
            var block = IndexBlock()
            while !block.isFull { if let entry = entries.randomElement(using: &generator) { _ = block.put(entry) } }
            return block.bytes
        }
        print("bytes a person", blocks.reduce(0) { $0 + $1.count } / 1_000_000)
        let queries: [(String, PeopleQuery?)] = [
            ("three letters", PeopleQuery(name: "ทดส")), ("one letter", PeopleQuery(name: "ก")),
            ("two words", PeopleQuery(name: "ทดสอบ ตัวอย่าง")), ("sounds", PeopleQuery(name: "ทดสอบ", soundsAlike: true)),
            ("English", PeopleQuery(name: "thot")), ("absent", PeopleQuery(name: "ฮฮฮฮ")),
            ("birth", PeopleQuery(born: PartialDay(year: 1990))), ("area", PeopleQuery(area: "10")),
        ]
        for (what, query) in queries {
            let query = try #require(query)
            let times = (0..<5).map { _ in
                ContinuousClock().measure { for block in blocks { _ = query.matches(in: block).count } }
            }
            print(what, times.min() ?? .zero, blocks.reduce(0) { $0 + query.matches(in: $1).count })
        }
    }
}
