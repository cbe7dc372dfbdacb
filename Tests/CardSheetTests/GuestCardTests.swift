import CardFormats
import CardRecord
import SheetRequest
import Testing
import ThaiIDCard

@testable import CardPortrait
@testable import CardSheet

/// A guest card says what the chip says, has lines for the rest, and stays on its page.
@Suite struct GuestCardTests {
    private func content(
        _ changes: [JSONValue.Member] = [], states: JSONValue = [:], _ paper: Paper = .a4,
        _ language: SheetLanguage = .thai
    ) throws -> GuestCardContent {
        try GuestCardContent(try TestRecords.record(changes, states: states), paper, language)
    }

    @Test(arguments: GeometryTests.people, GeometryTests.pages)
    func everythingHasItsPlace(_ person: GeometryTests.Person, _ page: (Paper, SheetLanguage)) throws {
        let layout = Composer.layout(
            try content(person.changes, states: person.states, page.0, page.1),
            try Typesetter(family: "Laksaman", language: page.1.main))
        let paper = Rectangle(x: 0, y: 0, width: layout.page.width, height: layout.page.height)
        for (index, box) in layout.boxes.enumerated() {
            #expect(paper.inset(12, 12).contains(box.frame), "\(box.name) leaves the page")
            #expect(box.frame.contains(box.ink), "ink of \(box.name) leaves its box")
            #expect(!box.text.isCut, "\(box.name) is cut off")
            for other in layout.boxes.dropFirst(index + 1) {
                #expect(!box.frame.overlaps(other.frame), "\(box.name) overlaps \(other.name)")
            }
        }
    }

    @Test func whatTheChipDoesNotSayIsMissing() throws {
        #expect(
            try content().missing.map(\.english) == [
                "Room", "Day and time of arrival", "Nationality", "Occupation", "Day and time of departure",
                "Comes from", "Goes to", "Remarks",
            ])
    }

    @Test func whatTheCardDidNotGiveIsMissingToo() throws {
        let labels = try content([TestRecords.member("sex", .null)], states: ["address": "failed"]).missing
        #expect(labels.contains(Field.named("sex")?.label ?? Bilingual("", "")))
        #expect(labels.contains(Field.named("address")?.label ?? Bilingual("", "")))
    }

    @Test func noPhotoNoCodeAndNoStrikeAreOnIt() throws {
        let layout = Composer.layout(try content(), try Typesetter(family: "Laksaman", language: .thai))
        #expect(layout.face == nil && layout.code == nil && layout.strike == nil)
    }

    @Test func sameRecordGivesTheSameBytes() throws {
        let record = try TestRecords.record()
        #expect(try GuestCard(record).pdf() == GuestCard(record).pdf())
    }
}
