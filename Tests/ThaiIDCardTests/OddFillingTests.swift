import Testing
import ThaiIDCard
import VirtualCard

/// What fills a field up beside its value: erased memory, and nothing at all.
@Suite struct OddFillingTests {
    @Test(arguments: Field.all.filter { $0.kind != .photo && $0.key != "dataVersion" }.map(\.key))
    func erasedMemoryIsBlank(_ key: String) throws {
        let reading = try FieldReading(key, [], padding: 0xFF)
        guard case .blank? = Field.named(key)?.state(in: reading.card) else {
            Issue.record("\(key) of FF is not blank")
            return
        }
        #expect(reading.warnings == [])
    }

    @Test func erasedMemoryBehindATextIsPadding() throws {
        let reading = try FieldReading("nameThai", "นาย#ทดสอบ##ตัวอย่าง", padding: 0xFF)
        #expect(reading.card.nameThai.value?.full == "นายทดสอบ ตัวอย่าง")
        #expect(reading.warnings == [])
        let number = try FieldReading("requestNumber", "00000512345", padding: 0xFF)
        #expect(number.card.requestNumber == .value("00000512345"))
        let mixed = try FieldReading("issuer", Array("A".utf8) + [0xFF, 0x00, 0x20, 0xFF])
        #expect(mixed.card.issuer == .value("A") && mixed.warnings == [])
    }

    /// Between letters it is no padding.
    @Test func erasedByteWithinATextIsNoText() throws {
        #expect(try FieldReading("issuer", [0x41, 0xFF, 0x42]).warnings == ["text.undefined"])
    }

    @Test(arguments: [[UInt8](repeating: 0xFF, count: 5120), [0x00, 0x00] + [UInt8](repeating: 0xFF, count: 5118)])
    func erasedPhotoAreaIsNoPhoto(_ area: [UInt8]) throws {
        let card = VirtualCard(try TestCard.image(writing: area, at: 0x0179))
        let reading = try Reading.read(TestCard.usual, over: card).result.get()
        #expect(reading.card.photo == .blank)
    }

    @Test func photoEndsBeforeErasedMemory() throws {
        let jpeg = TestCard.photo(1000).jpeg
        let area = [0x00, 0x00] + jpeg + [UInt8](repeating: 0xFF, count: 5118 - jpeg.count)
        let card = VirtualCard(try TestCard.image(writing: area, at: 0x0179))
        #expect(try Reading.read(TestCard.usual, over: card).result.get().card.photo.value?.jpeg == jpeg)
    }

    // MARK: - Full to the last byte

    @Test(arguments: ["nameThai", "nameEnglish", "issuer", "address", "health.mainEntitlement", "health.subHospital"])
    func textWithoutPaddingMayBeCut(_ key: String) throws {
        let field = try #require(Field.named(key))
        let separators = key == "address" ? "1#######" : key.hasPrefix("name") ? "#A##" : ""
        let bytes = Array(separators.utf8) + [UInt8](repeating: 0xA1, count: field.span.count - separators.utf8.count)
        let full = try FieldReading(key, bytes)
        #expect(full.warnings == ["text.full"])
        guard case .partial = field.state(in: full.card) else {
            Issue.record("\(key) without padding passes as whole")
            return
        }
        for padding: UInt8 in [0x20, 0x00, 0xFF] {
            let padded = try FieldReading(key, Array(bytes.dropLast()), padding: padding)
            #expect(padded.warnings == [])
        }
    }

    @Test(arguments: [
        ("citizenID", "1000000000009"), ("requestNumber", "00000512345/01234567"), ("issuerCode", "3000000000005"),
        ("birthDate", "25330415"), ("sex", "1"), ("underPhotoNumber", "00000501234567"), ("unknownDigits", "01"),
        ("health.paidType", "1"), ("health.hospitalChanges", "0"), ("health.updateDate", "25660102"),
    ])
    func numberThatFillsItsFieldIsWhole(_ key: String, _ text: String) throws {
        #expect(try FieldReading(key, text).warnings == [])
    }
}
