import TestSupport
import Testing
import ThaiIDCard

/// Eight parts between `#`, their labels within them.
@Suite struct AddressTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let text: String
        let slots: [Address.Slot: String]
        var full: String?
        var warnings: [String] = []
        var testDescription: String { text }
    }

    @Test(arguments: [
        Case(
            text: "99/1###ซอยตัวอย่าง 5#ถนนตัวอย่าง#แขวงตัวอย่าง#เขตตัวอย่าง#กรุงเทพมหานคร",
            slots: [
                .houseNumber: "99/1", .soi: "ซอยตัวอย่าง 5", .road: "ถนนตัวอย่าง", .subdistrict: "แขวงตัวอย่าง",
                .district: "เขตตัวอย่าง", .province: "กรุงเทพมหานคร",
            ], full: "99/1 ซอยตัวอย่าง 5 ถนนตัวอย่าง แขวงตัวอย่าง เขตตัวอย่าง กรุงเทพมหานคร"),
        Case(
            text: "123#หมู่ที่ 4####ตำบลตัวอย่าง#อำเภอตัวอย่าง#จังหวัดตัวอย่าง",
            slots: [
                .houseNumber: "123", .moo: "หมู่ที่ 4", .subdistrict: "ตำบลตัวอย่าง", .district: "อำเภอตัวอย่าง",
                .province: "จังหวัดตัวอย่าง",
            ]),
        // Eight parts stay in their places where labels contradict these and do not tell them all apart.
        Case(
            text: "ซอยหนึ่ง#4#ถนนสอง#5#6#7#8#9",
            slots: [
                .houseNumber: "ซอยหนึ่ง", .moo: "4", .trok: "ถนนสอง", .soi: "5", .road: "6", .subdistrict: "7",
                .district: "8", .province: "9",
            ], warnings: ["address.labels"]),
        Case(
            text: "123#หมู่ที่ 4#ตำบลตัวอย่าง#อำเภอตัวอย่าง#จังหวัดตัวอย่าง",
            slots: [
                .houseNumber: "123", .moo: "หมู่ที่ 4", .subdistrict: "ตำบลตัวอย่าง", .district: "อำเภอตัวอย่าง",
                .province: "จังหวัดตัวอย่าง",
            ], full: "123 หมู่ที่ 4 ตำบลตัวอย่าง อำเภอตัวอย่าง จังหวัดตัวอย่าง", warnings: ["address.slots"]),
        Case(
            text: "1#หมู่ 2#ตรอกสาม#ซอยสี่#ถนนห้า#แขวงหก#เขตเจ็ด",
            slots: [
                .houseNumber: "1", .moo: "หมู่ 2", .trok: "ตรอกสาม", .soi: "ซอยสี่", .road: "ถนนห้า",
                .subdistrict: "แขวงหก", .district: "เขตเจ็ด",
            ], warnings: ["address.slots"]),
        Case(
            text: "1#ต.หก#อ.เจ็ด#จ.แปด",
            slots: [.houseNumber: "1", .subdistrict: "ต.หก", .district: "อ.เจ็ด", .province: "จ.แปด"],
            warnings: ["address.slots"]),
        Case(
            text: "กรุงเทพมหานคร#1#2", slots: [.houseNumber: "1", .province: "กรุงเทพมหานคร"],
            full: "กรุงเทพมหานคร 1 2", warnings: ["address.slots", "address.labels"]),
        Case(
            text: "99/1 ถนนตัวอย่าง", slots: [.houseNumber: "99/1", .road: "ถนนตัวอย่าง"], full: "99/1 ถนนตัวอย่าง",
            warnings: ["address.slots"]),
        Case(
            text: "1#2#3#4#5#6#7#8##", slots: Dictionary(zip(Address.Slot.allCases, "12345678".map(String.init))) { $1 }
        ),
        Case(
            text: "1#2#3#4#5#6#7#8#9", slots: [.houseNumber: "1"], full: "1 2 3 4 5 6 7 8 9",
            warnings: ["address.slots", "address.labels"]),
    ])
    func addressIsTakenApart(_ example: Case) throws {
        let reading = try FieldReading("address", example.text)
        let address = try #require(reading.card.address.value)
        for slot in Address.Slot.allCases { #expect(address[slot] == example.slots[slot], "\(slot)") }
        if let full = example.full { #expect(address.full == full) }
        #expect(reading.warnings == example.warnings)
    }

    @Test(arguments: ["", "#######", "# # # # # # # #", "###"])
    func addressWithoutAnyPartIsBlank(_ text: String) throws {
        #expect(try FieldReading("address", text).card.address == .blank)
    }

    @Test func addressFillsItsFieldToTheLastByte() throws {
        let text = "1#######" + String(repeating: "ก", count: 152)
        let address = try #require(try FieldReading("address", text).card.address.value)
        #expect(address[.province] == String(repeating: "ก", count: 152))
    }

    /// `ตำ` may be written with two characters; a label is one all the same.
    @Test func labelIsKnownByItsLettersNotByItsLook() {
        let parts = ["1", "ถนน\u{0E31}", "ตรอก"]
        let address = Address(parts: parts)
        #expect(address[.road]?.scalars == "ถนน\u{0E31}".scalars)
        #expect(address[.trok] == "ตรอก")
    }

    @Test func composedAddressHasEightParts() {
        let address = Address([.houseNumber: "1", .province: "กรุงเทพมหานคร"])
        #expect(address.parts == ["1", "", "", "", "", "", "", "กรุงเทพมหานคร"])
        #expect(address.full == "1 กรุงเทพมหานคร")
    }

    @Test func everyPartOfAnyAddressIsInTheWhole() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<300 {
            let count = Int.random(in: 0...12, using: &random)
            let labels = ["", "หมู่", "ตรอก", "ซอย", "ถนน", "ตำบล", "เขต", "จ."]
            let parts = (0..<count).map { "\(labels.randomElement(using: &random) ?? "")\($0)" }
            let address = Address(parts: parts)
            #expect(address.full == parts.joined(separator: " "))
            #expect(Address.Slot.allCases.compactMap { address[$0] }.allSatisfy(parts.contains))
        }
    }
}
