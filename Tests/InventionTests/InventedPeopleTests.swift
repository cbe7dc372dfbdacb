import Invention
import Testing
import ThaiIDCard

/// What is promised of all people, and of none in particular.
@Suite struct InventedPeopleTests {
    @Test(arguments: [false, true])
    func citizenIDsAreGoodAndNobodyShares(_ odd: Bool) {
        let people = InventedPeople(seed: 1, odd: odd)
        var seen: Set<CitizenID> = []
        var badCheckDigits = 0
        for index in 0..<100_000 {
            let citizenID = people.citizenID(at: index)
            seen.insert(citizenID)
            #expect(citizenID.registrar == "0000")
            if !citizenID.hasValidCheckDigit { badCheckDigits += 1 }
        }
        #expect(seen.count == 100_000)
        #expect(odd ? (140...260).contains(badCheckDigits) : badCheckDigits == 0)
    }

    @Test func lastPersonIsThere() throws {
        let people = InventedPeople(seed: 9, portraits: false)
        #expect(people.count == 10_000_000)
        let last = try #require(people.last)
        #expect(last.card.citizenID.value == people.citizenID(at: 9_999_999))
    }

    @Test func everybodyStandsAlone() throws {
        let people = InventedPeople(seed: 3, odd: true, portraits: false)
        let inOrder = people.prefix(50).map(\.image)
        for index in [49, 0, 31, 7] { #expect(people[index].image == inOrder[index]) }
        #expect(people[4].index == 4)
    }

    @Test func seedsGiveOtherPeople() {
        let one = InventedPeople(seed: 1, portraits: false).prefix(100).compactMap(\.card.nameThai.value)
        let other = InventedPeople(seed: 2, portraits: false).prefix(100).compactMap(\.card.nameThai.value)
        #expect(zip(one, other).count { $0 == $1 } < 3)
    }

    @Test func numbersGoTogether() throws {
        for person in InventedPeople(seed: 1, portraits: false).prefix(1000) {
            let card = person.card
            let request = try #require(card.requestNumber.value)
            let underPhoto = try #require(card.underPhotoNumber.value)
            #expect(request.count == 20 && request.hasPrefix("0000"))
            #expect(underPhoto.prefix(4) == request.prefix(4))
            #expect(underPhoto.suffix(8) == request.suffix(8))
            let issuerCode = try #require(card.issuerCode.value)
            let officer = try #require(CitizenID(issuerCode))
            #expect(officer.registrar == "0000" && officer.hasValidCheckDigit)
            let laser = try #require(card.chip.laserNumber.value)
            #expect(laser.wholeMatch(of: /[A-Z]{2}0-00[0-9]{5}-[0-9]{2}/) != nil)
            #expect(card.chip.serialNumber.value?.hasPrefix("0000") == true)
        }
    }

    @Test func namesAndPlacesSayThatTheyAreInvented() throws {
        let words = [
            "ทดสอบ", "ตัวอย่าง", "สมมติ", "สมมุติฐาน", "จำลอง", "ลองดู", "ทดลอง", "ต้นแบบ", "แบบร่าง", "นิยาย", "เสมือน",
            "วาดเล่น", "ลองเล่น", "แบบฝึก", "ไร้ตัวตน", "ชั่วคราว", "ไม่มีจริง", "ในนิทาน", "แต่งขึ้น",
        ]
        for person in InventedPeople(seed: 1, portraits: false).prefix(500) {
            let name = try #require(person.card.nameThai.value)
            let address = try #require(person.card.address.value)
            for text in [name.first, name.last, address[.subdistrict], address[.district], person.card.issuer.value] {
                let text = try #require(text)
                #expect(words.contains { text.unicodeScalars.contains($0.unicodeScalars) }, "\(text)")
            }
            let english = try #require(person.card.nameEnglish.value)
            #expect(english.parts.joined().utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
        }
    }
}
