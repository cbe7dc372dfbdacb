import TestSupport
import Testing
import ThaiIDCard

/// `title#first#middle#last`, and what else cards have been seen to hold.
@Suite struct NameTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let text: String
        let slots: [String?]
        let full: String
        var warnings: [String] = []
        var testDescription: String { text }
    }

    @Test(arguments: [
        Case(text: "นาย#ทดสอบ##ตัวอย่าง", slots: ["นาย", "ทดสอบ", nil, "ตัวอย่าง"], full: "นายทดสอบ ตัวอย่าง"),
        Case(
            text: "นางสาว#ทดสอบ#กลาง#ตัวอย่าง", slots: ["นางสาว", "ทดสอบ", "กลาง", "ตัวอย่าง"],
            full: "นางสาวทดสอบ กลาง ตัวอย่าง"),
        Case(text: "#ทดสอบ##", slots: [nil, "ทดสอบ", nil, nil], full: "ทดสอบ"),
        Case(text: "นาย###ตัวอย่าง", slots: ["นาย", nil, nil, "ตัวอย่าง"], full: "นาย ตัวอย่าง"),
        Case(
            text: " นาย # ทดสอบ # # ตัวอย่าง ณ สมมติ ", slots: ["นาย", "ทดสอบ", nil, "ตัวอย่าง ณ สมมติ"],
            full: "นายทดสอบ ตัวอย่าง ณ สมมติ"),
        Case(text: "ทดสอบ", slots: [nil, "ทดสอบ", nil, nil], full: "ทดสอบ", warnings: ["name.slots"]),
        Case(
            text: "ทดสอบ#ตัวอย่าง", slots: [nil, "ทดสอบ", nil, "ตัวอย่าง"], full: "ทดสอบ ตัวอย่าง",
            warnings: ["name.slots"]),
        Case(
            text: "นาย#ทดสอบ#ตัวอย่าง", slots: ["นาย", "ทดสอบ", nil, "ตัวอย่าง"], full: "นายทดสอบ ตัวอย่าง",
            warnings: ["name.slots"]),
        Case(
            text: "นาย#ทดสอบ#หนึ่ง#สอง#ตัวอย่าง", slots: ["นาย", "ทดสอบ", "หนึ่ง สอง", "ตัวอย่าง"],
            full: "นายทดสอบ หนึ่ง สอง ตัวอย่าง", warnings: ["name.slots"]),
        Case(
            text: "นาย#ทดสอบ###สอง##ตัวอย่าง", slots: ["นาย", "ทดสอบ", "สอง", "ตัวอย่าง"],
            full: "นายทดสอบ สอง ตัวอย่าง", warnings: ["name.slots"]),
        Case(text: "นาย#ทดสอบ##ตัวอย่าง###", slots: ["นาย", "ทดสอบ", nil, "ตัวอย่าง"], full: "นายทดสอบ ตัวอย่าง"),
        Case(text: "นาย#ทดสอบ##ตัวอย่าง# # ", slots: ["นาย", "ทดสอบ", nil, "ตัวอย่าง"], full: "นายทดสอบ ตัวอย่าง"),
    ])
    func thaiNameIsTakenApart(_ example: Case) throws {
        let reading = try FieldReading("nameThai", example.text)
        let name = try #require(reading.card.nameThai.value)
        #expect([name.title, name.first, name.middle, name.last] == example.slots)
        #expect(name.full == example.full)
        #expect(reading.warnings == example.warnings)
        guard case .value = reading.card.nameThai else {
            Issue.record("a name is whole, whatever its parts")
            return
        }
    }

    /// Where parts are missing, a title is taken for one if it is known as one, and nothing else is.
    @Test(
        arguments: [
            ("nameThai", "นาย#ทดสอบ", ["นาย", "ทดสอบ", nil, nil]),
            ("nameThai", "น.ส.#ทดสอบ", ["น.ส.", "ทดสอบ", nil, nil]),
            ("nameThai", "ว่าที่ร้อยตรีหญิง#ทดสอบ#ตัวอย่าง", ["ว่าที่ร้อยตรีหญิง", "ทดสอบ", nil, "ตัวอย่าง"]),
            ("nameThai", "ผศ.ดร.#ทดสอบ#ตัวอย่าง", ["ผศ.ดร.", "ทดสอบ", nil, "ตัวอย่าง"]),
            ("nameThai", "#นาย#ทดสอบ", ["นาย", "ทดสอบ", nil, nil]), ("nameThai", "นาง", ["นาง", nil, nil, nil]),
            ("nameThai", "นาย##ตัวอย่าง", ["นาย", nil, nil, "ตัวอย่าง"]),
            ("nameThai", "ทดสอบ#กลาง#ตัวอย่าง", [nil, "ทดสอบ", "กลาง", "ตัวอย่าง"]),
            ("nameThai", "นายทดสอบ#ตัวอย่าง", [nil, "นายทดสอบ", nil, "ตัวอย่าง"]),
            ("nameEnglish", "Mr.#Thotsop", ["Mr.", "Thotsop", nil, nil]),
            ("nameEnglish", "MISS#Thotsop", ["MISS", "Thotsop", nil, nil]),
            ("nameEnglish", "Pol. Lt. Col.#Thotsop#Tuayang", ["Pol. Lt. Col.", "Thotsop", nil, "Tuayang"]),
            ("nameEnglish", "Thotsop#Klang#Tuayang", [nil, "Thotsop", "Klang", "Tuayang"]),
            ("nameEnglish", "Thotsop#Tuayang", [nil, "Thotsop", nil, "Tuayang"]),
        ] as [(String, String, [String?])])
    func knownTitleIsATitleWherePartsAreMissing(_ field: String, _ text: String, _ slots: [String?]) throws {
        let card = try FieldReading(field, text).card
        let name = try #require(field == "nameThai" ? card.nameThai.value : card.nameEnglish.value)
        #expect([name.title, name.first, name.middle, name.last] == slots)
    }

    /// No list refuses a title where a title stands.
    @Test(arguments: ["ทดสอบ", "ท่านทดลอง", "จอมยุทธ์"])
    func firstOfFourPartsIsTheTitleWhateverItIs(_ title: String) throws {
        let name = try #require(try FieldReading("nameThai", "\(title)#ก#ข#ค").card.nameThai.value)
        #expect([name.title, name.first, name.middle, name.last] == [title, "ก", "ข", "ค"])
    }

    @Test(arguments: [
        ("nameThai", "นายทดสอบ ตัวอย่าง"), ("nameThai", "#ทดสอบ ตัวอย่าง##"), ("nameThai", "นาย#ทดสอบ ตัวอย่าง##"),
        ("nameThai", "###ทดสอบ ตัวอย่าง"), ("nameThai", "นาย ทดสอบ ตัวอย่าง###"),
        ("nameEnglish", "Mr. Thotsop Tuayang"), ("nameEnglish", "Mr.#Thotsop Tuayang"),
    ])
    func nameInOnePartIsPartial(_ field: String, _ text: String) throws {
        let reading = try FieldReading(field, text)
        #expect(reading.warnings.last == "name.undivided")
        let state = field == "nameThai" ? reading.card.nameThai : reading.card.nameEnglish
        guard case .partial(let name) = state else {
            Issue.record("\(text) passes as a plain name")
            return
        }
        #expect(name.full.contains(" "))
    }

    @Test(arguments: [
        "#ทดสอบ##", "นาย#ทดสอบ##", "นาย###ตัวอย่าง", "ทดสอบ", "นาย#ทดสอบ หนึ่ง##ตัวอย่าง", "นาย#ทดสอบ##ตัวอย่าง ณ สมมติ",
    ])
    func nameOfOneWordOrOfPartsIsWhole(_ text: String) throws {
        guard case .value = try FieldReading("nameThai", text).card.nameThai else {
            Issue.record("\(text) is not whole")
            return
        }
    }

    @Test(arguments: [
        ("Mr.#Thotsop##Tuayang", "Mr. Thotsop Tuayang"), ("Miss#Thotsop#Klang#Tuayang", "Miss Thotsop Klang Tuayang"),
        ("#Thotsop##", "Thotsop"), ("Mr.###Tuayang", "Mr. Tuayang"),
    ])
    func englishNameIsWrittenWithSpaces(_ text: String, _ full: String) throws {
        #expect(try FieldReading("nameEnglish", text).card.nameEnglish.value?.full == full)
    }

    @Test(arguments: ["", "#", "###", " # # # ", "########"])
    func nameWithoutAnyPartIsBlank(_ text: String) throws {
        let reading = try FieldReading("nameThai", text)
        #expect(reading.card.nameThai == .blank)
        #expect(reading.warnings == [])
    }

    @Test func paddingOfNULsIsPadding() throws {
        let reading = try FieldReading("nameThai", "นาย#ทดสอบ##ตัวอย่าง", padding: 0)
        #expect(reading.card.nameThai.value?.full == "นายทดสอบ ตัวอย่าง")
        #expect(reading.warnings == [])
        #expect(try FieldReading("nameThai", "", padding: 0).card.nameThai == .blank)
    }

    @Test func nulsAroundPartsAreDroppedWithoutAWord() throws {
        let bytes = Array("Mr.".utf8) + [0x00, 0x23] + Array("Thotsop".utf8) + [0x20, 0x00, 0x23, 0x00, 0x23, 0x41]
        let reading = try FieldReading("nameEnglish", bytes)
        #expect(reading.card.nameEnglish.value?.full == "Mr. Thotsop A")
        #expect(reading.warnings == [])
    }

    @Test func nameFillsItsFieldToTheLastByte() throws {
        let bytes = Array("#A##".utf8) + [UInt8](repeating: 0xA1, count: 96)
        let name = try #require(try FieldReading("nameThai", bytes).card.nameThai.value)
        #expect(name.last == String(repeating: "ก", count: 96))
    }

    @Test func composedNameHasFourParts() {
        let name = PersonName(title: "นาย", first: "ทดสอบ", middle: nil, last: nil, language: .thai)
        #expect(name.parts == ["นาย", "ทดสอบ", "", ""])
        #expect(name.middle == nil)
    }

    @Test func anyBytesMakeAName() throws {
        var random = SeededGenerator(seed: 6)
        for _ in 0..<500 {
            var bytes = random.bytes(100)
            for index in bytes.indices where Int.random(in: 0..<8, using: &random) == 0 { bytes[index] = 0x23 }
            let name = try #require(try FieldReading("nameThai", bytes).card.nameThai.value)
            let parts = [name.title, name.first, name.middle, name.last].compactMap { $0 }
            #expect(parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(" ") && !$0.hasSuffix(" ") })
            #expect(!name.full.contains("#"))
        }
    }
}
