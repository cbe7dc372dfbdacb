import CardFormats
import CardRecord
import SmartCard
import Testing
import ThaiIDCard

/// Nothing that a card, a reader's name or a file says may steer a terminal or reorder text.
@Suite struct SafeTextTests {
    @Test func everyControlAndBidirectionalCharacterIsUnsafe() {
        let marks: Set<UInt32> = [0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E]
        for value in UInt32(0)...0x10_FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let isControl = scalar.properties.generalCategory == .control
            let isMark = marks.contains(value) || (0x2066...0x2069).contains(value)
            if SafeText.isUnsafe(scalar) != (isControl || isMark) { Issue.record("U+\(String(value, radix: 16))") }
        }
    }

    @Test(arguments: [
        ("ทดสอบ", "ทดสอบ"), ("", ""), ("a\u{1B}[2Jb", "a\u{FFFD}[2Jb"), ("\u{202E}abc", "\u{FFFD}abc"),
        ("a\nb\tc", "a\u{FFFD}b\u{FFFD}c"), ("\u{9B}31m", "\u{FFFD}31m"), ("a\r\nb", "a\u{FFFD}\u{FFFD}b"),
        ("ก\u{0E48}\u{7F}", "ก\u{0E48}\u{FFFD}"),
    ])
    func unsafeCharactersAreReplaced(_ text: String, _ clean: String) {
        #expect(Array(SafeText.clean(text).unicodeScalars) == Array(clean.unicodeScalars))
    }

    /// Any byte in any field of a forged card, in every form in which it leaves.
    @Test func noByteOfAnyFieldGetsOutUnsafe() throws {
        let read = Record.Read(
            at: "2026-11-23T09:41:07+07:00", source: .reader, reader: "Reader \u{1B}]0;x\u{07}\u{202E}", atr: "3B00",
            exchanges: 1, milliseconds: 1)
        for byte in UInt8.min...UInt8.max {
            var image = CardImage()
            for field in Field.all where field.key != "photo" && field.key != "citizenID" {
                image[field.applet].write([UInt8](repeating: byte, count: field.span.count), at: field.span.lowerBound)
            }
            image[.storage].write([UInt8](repeating: byte, count: 5120), at: 0x179)
            image[.storage].write(Array("1000000000009".utf8), at: 4)
            let record = Record(read: read, card: IDCard(image), fields: Field.all)
            let line = record.json.line
            #expect(!line.unicodeScalars.contains(where: SafeText.isUnsafe), "\(byte)")
            for language in Language.allCases {
                let text = record.text(in: language).unicodeScalars.filter { $0 != "\n" }
                #expect(!text.contains(where: SafeText.isUnsafe), "\(byte)")
            }
        }
    }
}

/// Columns of a terminal: marks above and below a consonant take none.
@Suite struct TerminalColumnsTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("น้ำ", 2), ("ที่อยู่", 3), ("กำ", 2), ("วันหมดอายุ", 8), ("เลขประจำตัวประชาชน", 17), ("฿100", 4),
        ("๑๒๓", 3), ("ฯลฯ", 3), ("ก็", 1), ("ผู้", 1), ("์", 0),
    ])
    func columnsAreThoseOfTheTerminal(_ text: String, _ columns: Int) {
        #expect(TerminalColumns.count(text) == columns)
    }

    @Test func everyThaiMarkTakesNoColumn() {
        for value in UInt32(0x0E01)...0x0E5B {
            guard let scalar = Unicode.Scalar(value), !(0x0E3B...0x0E3E).contains(value) else { continue }
            let isMark = scalar.properties.generalCategory == .nonspacingMark
            #expect(TerminalColumns.count(String(scalar)) == (isMark ? 0 : 1), "U+0\(String(value, radix: 16))")
        }
    }

    @Test func paddingIsByColumns() {
        #expect(TerminalColumns.pad("น้ำ", to: 5) == "น้ำ   ")
        #expect(TerminalColumns.pad("abcdef", to: 3) == "abcdef")
        #expect(TerminalColumns.pad("", to: 2) == "  ")
    }
}
