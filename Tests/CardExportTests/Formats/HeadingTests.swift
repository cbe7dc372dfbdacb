import Testing
import ThaiIDCard

@testable import CardFormats
@testable import CardRecord

/// What stands above columns.
@Suite struct HeadingTests {
    @Test(arguments: [nil, Language.thai, .english])
    func headingsTellColumnsApart(_ language: Language?) {
        let headings = Column.all.map { $0.heading(in: language) }
        #expect(Set(headings).count == headings.count)
    }

    @Test func pathsAreTheColumnsNames() {
        #expect(Column.all.map { $0.heading(in: nil) } == Column.all.map(\.name))
    }

    @Test func wordsAreOfTheirLanguage() {
        let isThai: (Character) -> Bool = { ("\u{0E01}"..."\u{0E5B}").contains($0) }
        let thai = Column.all.map { $0.heading(in: .thai) }
        let english = Column.all.map { $0.heading(in: .english) }
        #expect(thai.filter { !$0.contains(where: isThai) } == [])
        #expect(english.filter { $0.contains(where: isThai) } == [])
    }

    @Test(arguments: [
        ("nameEnglish.first", "ชื่อภาษาอังกฤษ: ชื่อตัว", "Name: first"), ("citizenID", "เลขประจำตัวประชาชน", "Citizen ID"),
        ("read.at", "อ่านเมื่อ", "Read at"), ("address.soi", "ที่อยู่: ซอย", "Address: soi"),
    ])
    func partsOfAValueAreNamedAfterIt(_ name: String, _ thai: String, _ english: String) throws {
        let column = try #require(Column.named(name))
        #expect([column.heading(in: .thai), column.heading(in: .english)] == [thai, english])
    }

    @Test func oldEncodingTakesThaiHeadings() throws {
        var options = FormatOptions()
        (options.headings, options.encoding) = (.thai, .tis620)
        options.columns = [try #require(Column.named("sex.raw")), try #require(Column.named("read.at"))]
        let row = try #require(TIS620.encode("\"เพศ: ตามที่เก็บในบัตร\",\"อ่านเมื่อ\""))
        #expect(try CardFormat.csv.head(options) == row + [0x0D, 0x0A])
    }

    @Test func columnsFollowTheFieldsThatWereAskedFor() throws {
        var options = FormatOptions()
        options.fields = Field.all.filter { $0.key == "chip.laserNumber" }
        #expect(options.tableColumns.map(\.name) == ["read.at", "chip.laserNumber", "states", "warnings"])
        #expect(CardFormat.csv.fields(options)?.map(\.key) == ["chip.laserNumber"])
        options.columns = [try #require(Column.named("sex.raw"))]
        #expect(options.tableColumns.map(\.name) == ["sex.raw"])
    }
}
