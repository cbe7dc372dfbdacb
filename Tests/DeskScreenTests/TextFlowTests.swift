import CardFormats
import Testing

@testable import DeskScreen

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct TextFlowTests {
    @Test(arguments: [
        ("", 10, [""]), ("one two", 7, ["one two"]), ("one two", 6, ["one", "two"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("one abcdefgh x", 4, ["one", "abcd", "efgh", "x"]),
        // Marks stay with their letter and take no column, `ำ` takes one and stays.
        ("ที่นี่", 2, ["ที่นี่"]), ("น้ำน้ำ", 3, ["น้ำ", "น้ำ"]),
        // A vowel that is written first begins the next line.
        ("กาเก", 3, ["กา", "เก"]),
    ])
    func linesAreBrokenWherePeopleWouldBreakThem(_ text: String, _ columns: Int, _ lines: [String]) {
        #expect(TextFlow.lines(text, columns: columns) == lines)
    }

    @Test(arguments: 1...20)
    func noLineIsTooLongAndNoLetterIsLost(_ columns: Int) {
        let text = "เลขที่ 99/1 หมู่ที่ 4 ตำบลน้ำตกตัวอย่างที่ยาวมาก อำเภอ ABCDEFGHIJKLMNOPQRSTUVWXYZ 漢字漢字"
        let lines = TextFlow.lines(text, columns: columns)
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
        // One character may be wider than the line.
        #expect(lines.allSatisfy { TerminalColumns.count($0) <= max(2, columns) })
    }

    @Test func columnsAreThoseOfTheSystem() throws {
        let locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil)
        defer { freelocale(locale) }
        let before = uselocale(locale)
        defer { uselocale(before) }
        let ranges: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0xA0...0xAC, 0xAE...0x24F, 0x300...0x36F, 0xE01...0xE3A, 0xE3F...0xE5B, 0x2010...0x2027,
            0x2190...0x21FF, 0x2500...0x259F, 0x3041...0x3096, 0x4E00...0x9FA5, 0xAC00...0xD7A3, 0xFF01...0xFF60,
            0xFFFD...0xFFFD,
        ]
        for value in ranges.joined() {
            let scalar = try #require(Unicode.Scalar(value))
            #expect(
                TerminalColumns.count(String(scalar)) == Int(systemWidth(Int32(value))), "U+\(String(value, radix: 16))"
            )
        }
    }
}

/// Declared by the C library for other programs than Swift's.
@_silgen_name("wcwidth") private func systemWidth(_ scalar: Int32) -> Int32
