import Testing
import ThaiIDCard

/// Sex, numbers that are printed in groups, and plain text with odd bytes in it.
@Suite struct GroupedTextTests {
    @Test(arguments: [
        ("1", Sex.Value.male, false), ("2", .female, false), ("3", .unknown, true), ("0", .unknown, true),
        ("A", .unknown, true), ("ก", .unknown, true),
    ])
    func sexIsPartialWhereItIsUnknown(_ raw: String, _ value: Sex.Value, _ isPartial: Bool) throws {
        let sex = try FieldReading("sex", raw).card.sex
        #expect(sex == (isPartial ? .partial(Sex(raw: raw)) : .value(Sex(raw: raw))))
        #expect(sex.value?.value == value)
    }

    @Test func blankSexIsBlank() throws {
        #expect(try FieldReading("sex", "").card.sex == .blank)
        #expect(try FieldReading("sex", "", padding: 0).card.sex == .blank)
    }

    @Test(arguments: [
        ("00000501234567", "0000-05-01234567"), ("0000050123456", "0000050123456"),
        ("0000050123456A", "0000050123456A"),
        ("0000-05-012345", "0000-05-012345"),
    ])
    func numberUnderThePhotoIsGrouped(_ text: String, _ shown: String) throws {
        let reading = try FieldReading("underPhotoNumber", text)
        #expect(reading.card.underPhotoNumber == .value(shown))
        #expect(reading.warnings == [])
    }

    @Test(arguments: [
        ("JT9999999999", "JT9-9999999-99", [] as [String]), ("jt9999999999", "jt9999999999", ["laserNumber.format"]),
        ("JT999999999", "JT999999999", ["laserNumber.format"]),
        ("JT99999999999", "JT99999999999", ["laserNumber.format"]),
        ("JTA999999999", "JTA999999999", ["laserNumber.format"]),
        ("JT9-9999999-99", "JT9-9999999-99", ["laserNumber.format"]),
    ])
    func laserNumberIsGroupedWhereItFits(_ text: String, _ shown: String, _ warnings: [String]) throws {
        let reading = try FieldReading("chip.laserNumber", text, padding: 0)
        #expect(reading.card.chip.laserNumber == .value(shown))
        #expect(reading.warnings == warnings)
    }

    @Test func chipNumberIsLowerCaseHex() throws {
        let bytes: [UInt8] = [0x00, 0x11, 0xAB, 0xCD, 0xEF, 0x20, 0xFF, 0x01]
        #expect(try FieldReading("chip.serialNumber", bytes).card.chip.serialNumber == .value("0011abcdef20ff01"))
        #expect(
            try FieldReading("chip.serialNumber", [UInt8](repeating: 0x20, count: 8)).card.chip.serialNumber
                == .value("2020202020202020"))
    }

    @Test(
        arguments: [
            ([0x41, 0xA0, 0x42], "A B", ["text.cp874"]), ([0x41, 0x93, 0x42, 0x94], "A“B”", ["text.cp874"]),
            ([0x41, 0xDB, 0x42], "A\u{FFFD}B", ["text.undefined"]), ([0x41, 0x1B, 0x42], "AB", ["text.control"]),
            ([0x41, 0x00, 0x42], "AB", ["text.control"]), ([0x1B, 0x5B, 0x32, 0x4A], "[2J", ["text.control"]),
            ([0x41, 0xFF, 0x07, 0x80], "A\u{FFFD}€", ["text.cp874", "text.undefined", "text.control"]),
        ] as [([UInt8], String, [String])])
    func oddBytesAreNoted(_ bytes: [UInt8], _ text: String, _ warnings: [String]) throws {
        let reading = try FieldReading("issuer", bytes)
        #expect(reading.card.issuer.value?.scalars == text.scalars)
        #expect(Set(reading.warnings) == Set(warnings))
        #expect(reading.card.warnings.allSatisfy { $0.field == "issuer" })
    }

    @Test func fieldOfNothingButControlCharactersIsBlankAndSaysSo() throws {
        let reading = try FieldReading("issuer", [0x07, 0x1B])
        #expect(reading.card.issuer == .blank)
        #expect(reading.warnings == ["text.control"])
    }
}
