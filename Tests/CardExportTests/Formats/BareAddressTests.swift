import Testing

@testable import CardExport

/// Names of places without the words for their kinds.
@Suite struct BareAddressTests {
    @Test(
        arguments: [
            ("ตำบลตัวอย่าง", "ตัวอย่าง"), ("แขวงตัวอย่าง", "ตัวอย่าง"), ("ต.จำลอง", "จำลอง"), ("อำเภอเมืองจำลอง", "เมืองจำลอง"),
            ("เขต ตัวอย่าง", "ตัวอย่าง"), ("จังหวัดสมมติ", "สมมติ"), ("จ.จำลอง", "จำลอง"), ("กรุงเทพมหานคร", "กรุงเทพมหานคร"),
            ("ตำบล", "ตำบล"), ("", ""), ("ตัวอย่าง", "ตัวอย่าง"),
        ])
    func wordForTheKindIsLeftOut(_ text: String, _ name: String) {
        #expect(BareAddress.name(text) == name)
    }
}
