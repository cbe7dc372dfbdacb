import Testing

@testable import ThaiIDCard

/// Text as editors and programs of all kinds save it.
@Suite struct InputTextTests {
    static let texts = ["", "a", "1000000000009\r\n", "ทดสอบ ตัวอย่าง\n", "{\"ก\": \"ข\"}", "x🪪y", "é – …"]

    /// Bytes of a text in UTF-16.
    static func utf16(_ text: String, isBig: Bool, mark: Bool) -> [UInt8] {
        ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return isBig ? [high, low] : [low, high]
        }
    }

    @Test(arguments: texts)
    func markIsNoPartOfAText(_ text: String) {
        #expect(InputText.utf8(Array(text.utf8)) == Array(text.utf8))
        #expect(InputText.utf8([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == Array(text.utf8))
        #expect(InputText.utf8(Self.utf16(text, isBig: true, mark: true)) == Array(text.utf8))
        #expect(InputText.utf8(Self.utf16(text, isBig: false, mark: true)) == Array(text.utf8))
    }

    @Test(arguments: texts.dropFirst())
    func halvesOfUTF16AreKnownWithoutMark(_ text: String) {
        for isBig in [false, true] {
            #expect(InputText.utf8(Self.utf16(text, isBig: isBig, mark: false)) == Array(text.utf8))
        }
    }

    @Test(arguments: texts, [false, true])
    func textIsTheSameWhereverTheSystemBreaksIt(_ text: String, _ isBig: Bool) {
        for bytes in [Self.utf16(text, isBig: isBig, mark: true), [0xEF, 0xBB, 0xBF] + Array(text.utf8)] {
            for size in 1...5 {
                var stream = InputTextStream()
                var all: [UInt8] = []
                for start in stride(from: 0, to: bytes.count, by: size) {
                    all += stream.take(Array(bytes[start..<min(start + size, bytes.count)]))
                }
                #expect(all + stream.take([]) == Array(text.utf8))
            }
        }
    }

    @Test(arguments: ["โรงเรียนตัวอย่าง\n", "น.ส. ทดสอบ", "เธอ “ก” – ข…", "99/1 ซอย\tก\r\n"])
    func oneByteACharacterIsUnderstood(_ text: String) throws {
        let bytes = try text.unicodeScalars.flatMap { scalar -> [UInt8] in
            scalar.value < 0x20 ? [UInt8(scalar.value)] : try #require(TIS620.encode(String(scalar)))
        }
        #expect(InputText.utf8(bytes) == Array(text.utf8))
        #expect(InputText.string(bytes) == text)
    }

    @Test(
        arguments: [
            [0xFF], [0x41, 0x80, 0xFE], Array("ทดสอบ".utf8.dropLast()), Array("ทดสอบ ตัวอย่าง".utf8.dropFirst()),
            [0xE0, 0xB8, 0x81, 0xC3], [0x41, 0xA1, 0x00], [0xA1, 0x1B, 0x5B], [0xC3, 0x28, 0xDB],
            [0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00], [0xFE, 0xFF, 0xDC, 0x00], [0xFF, 0xFE, 0x41],
        ] as [[UInt8]])
    func whatIsNoTextIsRefused(_ bytes: [UInt8]) {
        #expect(InputText.utf8(bytes) == nil)
    }

    @Test func spacesOfAnyWidthBecomeTheKeyboards() {
        let text = "a\u{A0}b\u{2007}c\u{202F}d\u{205F}e\u{3000}f é ‘–’ ก"
        #expect(InputText.withPlainSpaces(Array(text.utf8)) == Array("a b c d e f é ‘–’ ก".utf8))
        for rest in [[0xC2], [0xE2], [0xE2, 0x80], [0xE3, 0x80]] as [[UInt8]] {
            #expect(InputText.withPlainSpaces(rest) == rest)
        }
    }
}
