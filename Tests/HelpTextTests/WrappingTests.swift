import CardFormats
import HelpText
import Testing

/// Where lines of help end.
@Suite struct WrappingTests {
    @Test func linesEndWhereASpaceIs() {
        #expect("one two three".wrapped(to: 8) == "one two\nthree")
        #expect("one two three".wrapped(to: 6, indent: 2) == "  one\n  two\n  three")
    }

    @Test func whatCannotBePartedStaysWhole() {
        #expect("citizenID,nameThai x".wrapped(to: 5) == "citizenID,nameThai\nx")
    }

    @Test func linesOfItsOwnStay() {
        #expect("a\n\nb c".wrapped(to: 3) == "a\n\nb c")
    }

    @Test func marksTakeNoColumn() {
        // Two letters with two marks each, and two more.
        #expect("ที่นี้ กก".wrapped(to: 5) == "ที่นี้ กก")
        #expect("ที่นี้ กก".wrapped(to: 4) == "ที่นี้\nกก")
    }

    @Test(arguments: 1...20)
    func thaiIsNeverPartedWithinALetter(_ columns: Int) {
        let text = "แสดงเลขประจำตัวประชาชนและที่อยู่เก่าๆทั้งหมดโดยไม่เว้นวรรค"
        let lines = text.wrapped(to: columns).split(separator: "\n").map(String.init)
        #expect(lines.joined() == text)
        for line in lines {
            #expect(line.first.map { !"ะาๅๆฯ".contains($0) } == true)
            #expect(line.last.map { !"เแโใไ".contains($0) } == true)
            #expect(
                line.unicodeScalars.first.map {
                    !(0x0E34...0x0E3A).contains($0.value) && !(0x0E47...0x0E4E).contains($0.value)
                } == true)
        }
        if columns >= 6 { #expect(lines.allSatisfy { TerminalColumns.count($0) <= columns }) }
    }
}
