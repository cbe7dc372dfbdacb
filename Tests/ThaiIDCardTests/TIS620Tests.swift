import Foundation
import TestSupport
import Testing
import ThaiIDCard

/// TIS 620-2533, and what code page 874 adds to it.
@Suite struct TIS620Tests {
    /// What a byte stands for, from the two published tables.
    private static func expected(_ byte: UInt8) -> (text: String, oddities: TIS620.Oddities) {
        switch byte {
        case 0x00...0x1F, 0x7F: ("", .control)
        case 0x20: ("", [])
        case 0x21...0x7E: (String(UnicodeScalar(byte)), [])
        case 0x80: ("\u{20AC}", .codePage874)
        case 0x85: ("\u{2026}", .codePage874)
        case 0x91: ("\u{2018}", .codePage874)
        case 0x92: ("\u{2019}", .codePage874)
        case 0x93: ("\u{201C}", .codePage874)
        case 0x94: ("\u{201D}", .codePage874)
        case 0x95: ("\u{2022}", .codePage874)
        case 0x96: ("\u{2013}", .codePage874)
        case 0x97: ("\u{2014}", .codePage874)
        case 0xA0: ("", .codePage874)
        case 0xA1...0xDA, 0xDF...0xFB: (String(UnicodeScalar(0x0D60 + UInt32(byte)) ?? "?"), [])
        default: ("\u{FFFD}", .undefined)
        }
    }

    @Test(arguments: UInt8.min...UInt8.max)
    func byteStandsForItsCharacter(_ byte: UInt8) {
        let (text, oddities) = TIS620.decode([byte])
        let expected = Self.expected(byte)
        #expect(Array(text.unicodeScalars) == Array(expected.text.unicodeScalars))
        #expect(oddities == expected.oddities)
    }

    @Test func definedBytesAreEncodedBack() {
        for byte in UInt8.min...UInt8.max where ![.control, .undefined].contains(Self.expected(byte).oddities) {
            guard byte != 0x20, byte != 0xA0 else { continue }
            #expect(TIS620.encode(TIS620.decode([byte]).text) == [byte])
            let between: [UInt8] = [0x41, byte, 0x42]
            #expect(TIS620.encode(TIS620.decode(between).text) == between)
        }
        #expect(TIS620.encode("A B") == [0x41, 0x20, 0x42])
    }

    @Test func noBreakSpaceIsASpace() {
        #expect(TIS620.decode([0xA0, 0xA1, 0xA0, 0xA2, 0xA0]).text == "ก ข")
    }

    @Test(arguments: [
        "\u{1B}", "\u{7F}", "\u{85}", "\u{A0}", "\u{FFFD}", "é", "日", "\u{202E}", "🙂", "\u{0E3B}", "\u{0E5C}",
    ])
    func characterThatTheCardLacksIsNotEncoded(_ text: String) {
        #expect(TIS620.encode(text) == nil)
    }

    @Test func textIsTrimmedOfSpaces() {
        #expect(TIS620.decode(Array("  A  B  ".utf8)).text == "A  B")
        #expect(TIS620.decode(Array("   ".utf8)).text == "")
        #expect(TIS620.decode([]).text == "")
    }

    /// Sara U, then a tone: U+0E38 (class 103) comes before U+0E48 (class 107).
    @Test func marksAreInCanonicalOrder() {
        let text = TIS620.decode([0xA1, 0xE8, 0xD8, 0xDA]).text
        #expect(text.unicodeScalars.map(\.value) == [0x0E01, 0x0E3A, 0x0E38, 0x0E48])
    }

    @Test func textIsWhatAnotherNormaliserMakesOfIt() {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<20_000 {
            let bytes = Self.marks(Int.random(in: 0...12, using: &random), without: [.control], &random)
            expectNormalForm(of: bytes)
        }
    }

    @Test func textIsNormalisedWhereControlCharactersWereDropped() {
        expectNormalForm(of: [0xA1, 0xE8, 0x07, 0xD8])
        var random = SeededGenerator(seed: 17)
        for _ in 0..<5000 { expectNormalForm(of: Self.marks(12, without: [], &random)) }
    }

    @Test func nothingThatSteersATerminalIsDecoded() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<5000 {
            let text = TIS620.decode(random.bytes(Int.random(in: 0...160, using: &random))).text
            #expect(!text.unicodeScalars.contains(where: Self.isDangerous))
        }
        let all = TIS620.decode(UInt8.min...UInt8.max).text
        #expect(!all.unicodeScalars.contains(where: Self.isDangerous))
    }

    /// Compares with Foundation's NFC of the characters in the card's order.
    private func expectNormalForm(of bytes: [UInt8]) {
        let plain = bytes.map { $0 == 0xA0 ? " " : Self.expected($0).text + ($0 == 0x20 ? " " : "") }.joined()
        let normal = plain.precomposedStringWithCanonicalMapping.trimmingCharacters(in: CharacterSet(charactersIn: " "))
        let text = TIS620.decode(bytes).text
        #expect(text.unicodeScalars.map(\.value) == normal.unicodeScalars.map(\.value), "\(bytes)")
    }

    /// Random bytes among which marks that can be out of order are many.
    private static func marks(
        _ count: Int, without excluded: [TIS620.Oddities], _ random: inout SeededGenerator
    ) -> [UInt8] {
        let often: [UInt8] = [0xA1, 0xD4, 0xD8, 0xD9, 0xDA, 0xE8, 0xE9, 0xEC, 0xED, 0xD3, 0x20]
        return (0..<count).map { _ in
            Bool.random(using: &random)
                ? often.randomElement(using: &random) ?? 0x20 : UInt8.random(in: 0...255, using: &random)
        }.filter { !excluded.contains(expected($0).oddities) }
    }

    private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
        let bidirectional: Set<UInt32> = [
            0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069,
        ]
        return scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
            || bidirectional.contains(scalar.value)
    }
}
