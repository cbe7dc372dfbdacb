import Testing
import ThaiIDCard

/// Parts of an address say by their labels of which kind they are, and cards where that is not where they stand.
@Suite struct AddressLabelTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let text: String
        let slots: [Address.Slot: String]
        var testDescription: String { text }
    }

    private static func reading(_ text: String) throws -> (address: Address, isPartial: Bool, warnings: [String]) {
        let reading = try FieldReading("address", text)
        let address = try #require(reading.card.address.value)
        if case .partial = reading.card.address { return (address, true, reading.warnings) }
        return (address, false, reading.warnings)
    }

    private static func expect(_ address: Address, _ slots: [Address.Slot: String]) {
        for slot in Address.Slot.allCases { #expect(address[slot] == slots[slot], "\(slot)") }
    }

    /// Every part but the house number has a label, and no two are of a kind: labels win.
    @Test(arguments: [
        Case(
            text: "99/1#####เขตตัวอย่าง#แขวงตัวอย่าง#กรุงเทพมหานคร",
            slots: [
                .houseNumber: "99/1", .subdistrict: "แขวงตัวอย่าง", .district: "เขตตัวอย่าง", .province: "กรุงเทพมหานคร",
            ]),
        Case(
            text: "99/1#หมู่ที่ 4##ถนนตัวอย่าง##ตำบลตัวอย่าง#อำเภอตัวอย่าง#จังหวัดตัวอย่าง",
            slots: [
                .houseNumber: "99/1", .moo: "หมู่ที่ 4", .road: "ถนนตัวอย่าง", .subdistrict: "ตำบลตัวอย่าง",
                .district: "อำเภอตัวอย่าง", .province: "จังหวัดตัวอย่าง",
            ]),
        Case(
            text: "1#ซ.ห้า#ถ.หก#ม. 4#ต.เจ็ด#อ.แปด#จ.เก้า#",
            slots: [
                .houseNumber: "1", .soi: "ซ.ห้า", .road: "ถ.หก", .moo: "ม. 4", .subdistrict: "ต.เจ็ด", .district: "อ.แปด",
                .province: "จ.เก้า",
            ]),
        Case(text: "1#######กทม.", slots: [.houseNumber: "1", .province: "กทม."]),
        Case(
            text: "อำเภอแปด#####ตำบลเจ็ด##จังหวัดเก้า",
            slots: [.subdistrict: "ตำบลเจ็ด", .district: "อำเภอแปด", .province: "จังหวัดเก้า"]),
        Case(
            text: "1#-#-#-#-#กทม#แขวงหก#เขตเจ็ด",
            slots: [
                .houseNumber: "1", .subdistrict: "แขวงหก", .district: "เขตเจ็ด", .province: "กทม",
            ]),
    ])
    func labelsWin(_ example: Case) throws {
        let (address, isPartial, warnings) = try Self.reading(example.text)
        Self.expect(address, example.slots)
        #expect(!isPartial)
        let stands = zip(Address.Slot.allCases, address.parts).allSatisfy { address[$0] == ($1.isEmpty ? nil : $1) }
        #expect(warnings == (stands ? [] : ["address.order"]))
    }

    /// A label contradicts a place, and there is no one reading: as stored, and said.
    @Test(arguments: [
        "99/1#4##ถนนตัวอย่าง##ตำบลตัวอย่าง#อำเภอตัวอย่าง#จังหวัดตัวอย่าง", "99/1######ตัวอย่าง#อำเภอตัวอย่าง",
        "99/1##ถนนหนึ่ง##ถนนสอง#แขวงสาม#เขตสี่#กรุงเทพมหานคร", "99/1#####แขวงสาม#แขวงสี่#กรุงเทพมหานคร",
    ])
    func contradictionIsKeptAndSaid(_ text: String) throws {
        let (address, isPartial, warnings) = try Self.reading(text)
        #expect(isPartial && warnings == ["address.labels"])
        let parts = text.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        for (slot, part) in zip(Address.Slot.allCases, parts) { #expect(address[slot] == (part.isEmpty ? nil : part)) }
    }

    /// What has no label contradicts nothing, and a word is a label only where it is one.
    @Test(arguments: [
        "99/1#4###ตัวอย่าง#ตัวอย่าง#ตัวอย่าง#ตัวอย่าง", "99/1###หมู่บ้านตัวอย่าง##ตัวอย่าง##", "99/1##ม.ตัวอย่าง#####",
        "99/1####กรุงเทพกรีฑา#แขวงสาม#เขตสี่#กรุงเทพมหานคร", "99/1#หมู่ 4######", "99/1#ม.๔######",
    ])
    func partWithoutLabelContradictsNothing(_ text: String) throws {
        let (_, isPartial, warnings) = try Self.reading(text)
        #expect(!isPartial && warnings == [])
    }

    @Test(arguments: [
        "99/1 หมู่ที่ 4 ซอยตัวอย่าง 5 ถนนตัวอย่าง ตำบลตัวอย่าง อำเภอตัวอย่าง จังหวัดตัวอย่าง",
        "99/1 หมู่ที่ 4 ซอยตัวอย่าง 5 ถนนตัวอย่าง ตำบลตัวอย่าง อำเภอตัวอย่าง จังหวัดตัวอย่าง#######",
        "99/1 หมู่ที่ 4#ซอยตัวอย่าง 5 ถนนตัวอย่าง#ตำบลตัวอย่าง#อำเภอตัวอย่าง จังหวัดตัวอย่าง",
    ])
    func labelledStringIsTakenApart(_ text: String) throws {
        let (address, isPartial, _) = try Self.reading(text)
        Self.expect(
            address,
            [
                .houseNumber: "99/1", .moo: "หมู่ที่ 4", .soi: "ซอยตัวอย่าง 5", .road: "ถนนตัวอย่าง",
                .subdistrict: "ตำบลตัวอย่าง", .district: "อำเภอตัวอย่าง", .province: "จังหวัดตัวอย่าง",
            ])
        #expect(!isPartial)
    }

    @Test func abbreviatedStringIsTakenApart() throws {
        let (address, isPartial, warnings) = try Self.reading("1/2 บ้านตัวอย่าง ม. 3 ต. สี่ อ.ห้า จ.หก")
        Self.expect(
            address,
            [.houseNumber: "1/2 บ้านตัวอย่าง", .moo: "ม. 3", .subdistrict: "ต. สี่", .district: "อ.ห้า", .province: "จ.หก"])
        #expect(!isPartial && warnings == ["address.slots"])
    }

    @Test(arguments: ["99/1 ตัวอย่าง ทดสอบ", "ซอยหนึ่ง ซอยสอง แขวงสาม", "1#ถนนหนึ่ง#ถนนสอง"])
    func stringThatLabelsDoNotTakeApartIsPartial(_ text: String) throws {
        let (address, isPartial, warnings) = try Self.reading(text)
        #expect(isPartial && warnings == ["address.slots", "address.labels"])
        #expect(address.full == text.split(separator: "#").joined(separator: " "))
    }

    /// A record has slots and the whole; what fits no slot is in the whole alone.
    @Test func addressOfARecordKeepsWhatFitsNoSlot() {
        let slots: [Address.Slot: String] = [.houseNumber: "1", .road: "ถนนหนึ่ง"]
        #expect(Address(slots, full: "1 ถนนหนึ่ง").parts.count == 8)
        let whole = Address(slots, full: "1 ถนนหนึ่ง ถนนสอง")
        #expect(whole.full == "1 ถนนหนึ่ง ถนนสอง" && whole.division == .doubtful)
        #expect(Address(slots, full: "something else").full == "1 ถนนหนึ่ง")
    }

    @Test(arguments: [
        ("ตำบลตัวอย่าง", "ตัวอย่าง"), ("แขวงตัวอย่าง", "ตัวอย่าง"), ("ต.จำลอง", "จำลอง"), ("อำเภอเมืองจำลอง", "เมืองจำลอง"),
        ("เขต ตัวอย่าง", "ตัวอย่าง"), ("จังหวัดสมมติ", "สมมติ"), ("จ.จำลอง", "จำลอง"), ("กรุงเทพมหานคร", "กรุงเทพมหานคร"),
        ("ตำบล", "ตำบล"), ("", ""), ("ตัวอย่าง", "ตัวอย่าง"), ("หมู่ที่ 4", "4"), ("หมู่ 4", "4"),
        ("หมู่บ้านตัวอย่าง", "หมู่บ้านตัวอย่าง"),
    ])
    func bareNameLacksTheLabelAlone(_ part: String, _ name: String) {
        #expect(Address.bareName(part) == name)
    }
}
