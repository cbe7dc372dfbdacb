import RegisterModel
import Testing

@Suite struct NameKeyTests {
    @Test(arguments: [
        ("เเดง", "แดง"), ("น้ํา", "น้ำ"), ("นํ้า", "น้ำ"), ("นำ", "นํา"), ("สม ชาย", "สมชาย"), ("สม\u{200B}ชาย", "สมชาย"),
        ("กุ่", "กุ่"), ("ณ อยุธยา", "ณอยุธยา"), ("ส.สมมติ", "สสมมติ"), ("John", "john"),
    ])
    func spellingsOfOneName(_ one: String, _ other: String) {
        #expect(ThaiNameKey.normal(one) == ThaiNameKey.normal(other))
    }

    @Test func otherNamesStayOther() {
        let names = ["แดง", "เดง", "ดำ", "ดา", "ดํ", "ดั", "ดี", "ดี่", "สมชาย", "สมใจ"]
        #expect(Set(names.map(ThaiNameKey.normal)).count == names.count)
    }

    @Test(arguments: [
        ("ศักดิ์", "สักดิ"), ("ณรงค์", "นรงค"), ("ภูมิ", "พูมิ"), ("ธนา", "ทนา"), ("ฤทัย", "รึทัย"), ("ใจ", "ไจ"), ("ไทย", "ไท"),
        ("ผ่อง", "พอง"), ("เพ็ญ", "เพญ"), ("ฎีกา", "ดีกา"), ("ปฏิ", "ปติ"), ("ฆ้อง", "ของ"), ("ฐิติ", "ฑิติ"), ("ถาวร", "ทาวร"),
    ])
    func namesThatSoundAlike(_ one: String, _ other: String) {
        #expect(ThaiNameKey.sound(one) == ThaiNameKey.sound(other))
        #expect(ThaiNameKey.normal(one) != ThaiNameKey.normal(other))
    }

    @Test func lastLetterThatBeginsASyllableIsSpoken() {
        #expect(ThaiNameKey.sound("ไชยา") != ThaiNameKey.sound("ไชา"))
        #expect(ThaiNameKey.sound("ไชยศรี") == ThaiNameKey.sound("ไชศรี"))
    }

    @Test(arguments: [
        ("นายทดสอบ ตัวอย่าง", "ทดสอบ ตัวอย่าง"), ("นาย ทดสอบ", "ทดสอบ"), ("นางสาวทดสอบ", "ทดสอบ"), ("พ.ต.ท.ทดสอบ", "ทดสอบ"),
        ("ว่าที่ร้อยตรีทดสอบ", "ทดสอบ"), ("นายิกา", "นายิกา"), ("นาย", "นาย"), ("ทดสอบ", "ทดสอบ"), ("ส.", "ส."), ("", ""),
        ("ร้อยตรีหญิงทดสอบ", "ทดสอบ"), ("ทดสอบ ก. ตัวอย่าง", "ทดสอบ ก. ตัวอย่าง"),
    ])
    func titlesAreCutOff(_ name: String, _ rest: String) { #expect(ThaiNameKey.withoutTitle(name) == rest) }

    @Test(arguments: [
        ("Mr. Thotsop Tuayang", "Thotsop Tuayang"), ("Miss", "Miss"), ("Pol. Lt. Col. Thotsop", "Thotsop"),
        ("Thotsop", "Thotsop"), ("", ""),
    ])
    func englishTitlesAreCutOff(_ name: String, _ rest: String) {
        #expect(EnglishNameKey.withoutTitle(name) == rest)
    }

    @Test func englishCaseAndHyphensAreFolded() {
        #expect(EnglishNameKey.normal("Anne-Marie O'Test") == EnglishNameKey.normal("ANNE MARIE OTEST"))
        #expect(EnglishNameKey.normal("JOSÉ") == EnglishNameKey.normal("josé"))
    }

    @Test(arguments: [
        ("Phrom", "Prom"), ("Thotsop", "Totsop"), ("Khamdee", "Kamdi"), ("Vichai", "Wichai"), ("Boonmee", "Bunmi"),
        ("Souk", "Suk"), ("Somchay", "Somchai"), ("Jack", "Jak"),
    ])
    func romanisationsThatSoundAlike(_ one: String, _ other: String) {
        #expect(EnglishNameKey.sound(one) == EnglishNameKey.sound(other))
    }

    @Test func dictionaryOrder() {
        let order = [
            "กา", "เกษม", "แก้ว", "ไกร", "ขวัญ", "จันทร์", "ทดสอบ", "น้ำ", "นิด", "เพ็ญ", "ฤดี", "ลา", "ศรี", "สมชาย", "อารี",
            "เอก", "ฮา", "Adam", "Zoe",
        ]
        #expect(
            order.shuffled().sorted { ThaiNameKey.sortKey($0).lexicographicallyPrecedes(ThaiNameKey.sortKey($1)) }
                == order)
    }

    /// What somebody sends of 160 bytes and more is a name like any other.
    @Test func hostileTextsAreTaken() {
        let marks = "ก" + String(repeating: "ุ้", count: 3000)
        #expect(ThaiNameKey.normal(marks) == ThaiNameKey.normal(ThaiNameKey.normal(marks)))
        #expect(ThaiNameKey.sortKey(marks).count > 3000)
        #expect(ThaiNameKey.sound("\u{0}\u{FFFD}่่่") == "\u{FFFD}")
        #expect(ThaiNameKey.withoutTitle(String(repeating: "นาย", count: 3000)).hasPrefix("นาย"))
    }
}
