import Testing
import ThaiIDCard

@testable import SheetRequest

/// The parts of a sheet, and what of a card each shows.
@Suite struct SheetSectionTests {
    @Test func everySectionNamesFieldsOfTheTable() {
        for section in SheetSection.allCases {
            #expect(!section.fields.isEmpty)
            #expect(section.fields.allSatisfy { Field.named($0) != nil })
        }
    }

    @Test func noSectionShowsWhatTheLawGuardsOrTheChipHides() {
        let fields = SheetSection.allCases.flatMap(\.fields).compactMap(Field.named)
        #expect(fields.allSatisfy { $0.group == .card && $0.sensitivity != .guarded })
    }

    @Test func sectionsAreKnownWordsByCommas() {
        #expect(SectionList(argument: "names,id,names")?.sections == [.id, .names])
        #expect(SectionList(argument: "names,id")?.argument == "id,names")
        for wrong in ["", "id,", ",id", "id, names", "ID", "nobody"] { #expect(SectionList(argument: wrong) == nil) }
    }

    @Test(arguments: SheetSection.allCases)
    func sectionIsWrittenAsItIsRead(_ section: SheetSection) {
        #expect(SectionList(argument: SectionList([section]).argument)?.sections == [section])
    }

    @Test(arguments: [
        ("a.pdf", PageFormat.pdf), ("a.PNG", .png), ("a.pdf/b", nil), ("pdf", nil), ("a.doc", nil), ("b/a.pdf", .pdf),
    ])
    func formatIsThatOfTheFile(_ file: String, _ format: PageFormat?) {
        #expect(PageFormat(file: file) == format)
    }

    @Test func argumentsAreOneLine() {
        let arguments = ["sheet", "--purpose=\"a\"\nb", "--font=ลักษมัณ", ""]
        let line = ArgumentLine.bytes(arguments)
        #expect(line.last == UInt8(ascii: "\n") && line.count(where: { $0 == UInt8(ascii: "\n") }) == 1)
        #expect(ArgumentLine.arguments(line.dropLast()) == arguments)
        for wrong in ["", "[1]", "{}", "\"sheet\"", "[\"sheet\", null]"] {
            #expect(ArgumentLine.arguments(Array(wrong.utf8)) == nil)
        }
    }
}
