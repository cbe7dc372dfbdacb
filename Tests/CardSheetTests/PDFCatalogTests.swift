import SheetRequest
import Testing

@testable import CardSheet

/// The language that is appended to a PDF.
@Suite struct PDFCatalogTests {
    private func pdf() throws -> [UInt8] {
        let canvas = try Canvas(pdf: Paper.a4.size, title: "ทดสอบ", date: "2026-11-23T09:41:07+07:00")
        return try canvas.finish()
    }

    @Test func whatWasThereStaysAsItIs() throws {
        let before = try pdf()
        let after = try #require(PDFCatalog.setting(language: "th", in: before))
        #expect(after.starts(with: before))
    }

    @Test func theLastCatalogNamesTheLanguage() throws {
        let before = try pdf()
        let after = try #require(PDFCatalog.setting(language: "th", in: before))
        let update = String(decoding: after.dropFirst(before.count), as: UTF8.self)
        #expect(update.contains("/Lang (th)"))
        #expect(update.contains("/Type /Catalog"))
        #expect(update.contains("/DisplayDocTitle true"))
        #expect(update.hasSuffix("%%EOF\n"))
    }

    @Test func theTableNamesThePlaceOfTheCatalog() throws {
        let before = try pdf()
        let after = try #require(PDFCatalog.setting(language: "th", in: before))
        let update = String(decoding: after.dropFirst(before.count), as: UTF8.self)
        let entry = try #require(update.split(separator: "\n").first { $0.hasSuffix(" 00000 n ") })
        let place = try #require(Int(entry.prefix(10)))
        let object = String(decoding: after.dropFirst(place).prefix(8), as: UTF8.self)
        #expect(object.wholeMatch(of: /[0-9]+ 0 obj.*/.dotMatchesNewlines()) != nil)
    }

    @Test(arguments: ["", "%PDF-1.5", "startxref", "trailer << /Size 3 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"])
    func whatCairoDidNotWriteIsLeftAlone(_ text: String) {
        #expect(PDFCatalog.setting(language: "th", in: Array(text.utf8)) == nil)
    }
}
