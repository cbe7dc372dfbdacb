import CardRecord
import SheetRequest
import Testing
import ThaiIDCard

@testable import CardPortrait
@testable import CardSheet

/// Everything that a document says has its place on one of its pages, and nothing covers anything else.
@Suite struct DocumentTests {
    struct Example: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let blocks: [PageDocument.Block]
        var title = "ใบกู้คืนกุญแจทะเบียน"
        var footer: String? = "เก็บไว้ในตู้นิรภัย"
    }

    private static func text(_ piece: String, _ count: Int) -> String {
        String(String.UnicodeScalarView(String(repeating: piece, count: count).unicodeScalars.prefix(count)))
    }

    static let words = (1...900).map { "คำ\($0)" }.joined(separator: " ")

    static let examples: [Example] = [
        Example(testDescription: "nothing", blocks: []),
        Example(
            testDescription: "each kind",
            blocks: [
                .heading("วิธีกู้คืน"), .paragraph("ผู้ที่มีใบนี้เปิดทะเบียนได้ทั้งหมด"),
                .fields([.init("ชื่อ", "นายทดสอบ ตัวอย่าง"), .init("ปี่กู", text("ปี่กู", 400))]),
                .list(["หนึ่ง", "สอง"], isNumbered: true), .list(["สาม"], isNumbered: false),
                .table(columns: ["เมื่อ", "ใคร"], rows: [["26 พ.ย. 2569", "โต๊ะ 2"]]),
                .groups((0..<14).map { "7K3M\($0 % 10)" }), .code("7K3MQ-9TD2V", caption: "รหัสเดียวกัน\nThe same"),
                .photo([0xFF, 0xD8], caption: "รูปที่เสียหาย"),
            ]),
        Example(testDescription: "long paragraph", blocks: [.paragraph(words)]),
        Example(
            testDescription: "row longer than a page", blocks: [.fields([.init("ยาว", words), .init(words, "ยาว")])]),
        Example(
            testDescription: "long table",
            blocks: [.table(columns: ["ก", "ข", "ค"], rows: (0..<200).map { ["\($0)", "โต๊ะ 2", text("ปี่กู ", $0)] })]),
        Example(
            testDescription: "hostile",
            blocks: ["\u{E48}", "\u{E38}", "W", "ฮ", "\u{FFFD}", "\u{202E}a", "\u{300}", "\n", "\u{2028}", "😀"].flatMap
            {
                piece -> [PageDocument.Block] in
                let text = text(piece, 300)
                let short = Self.text(piece, 200)
                return [
                    .heading(short), .paragraph(text), .fields([.init(text, text)]), .list([text], isNumbered: true),
                    .table(columns: [text, short], rows: [[short, text]]), .groups([short, short]),
                    .code(Self.text("A", 800), caption: text), .photo([], caption: text),
                ]
            }, title: text("\u{E48}", 200), footer: text("ปี่กู", 200)),
        Example(
            testDescription: "pictures",
            blocks: (0..<12).map { .code(String(repeating: "ก", count: 20 * $0 + 1), caption: "\($0)") }
        ),
    ]

    private static func document(_ example: Example) throws -> PageDocument {
        PageDocument(
            title: example.title, subtitle: "สำนักงานตัวอย่าง", footer: example.footer,
            at: try #require(Moment(iso: "2026-11-26T09:00:00+07:00")), blocks: example.blocks)
    }

    private static func layout(_ example: Example, _ paper: Paper, _ language: SheetLanguage) throws -> DocumentLayout {
        let typesetter = try Typesetter(family: "Laksaman", language: language.main)
        let even = try Typesetter(family: "Tlwg Mono", language: language.main)
        return try PageComposer.layout(try document(example), paper, language, typesetter, even: even)
    }

    @Test(arguments: examples, Paper.allCases)
    func everythingHasItsPlace(_ example: Example, _ paper: Paper) throws {
        let layout = try Self.layout(example, paper, .both)
        let page = Rectangle(x: 0, y: 0, width: layout.page.width, height: layout.page.height).inset(12, 12)
        for (number, contents) in layout.pages.enumerated() {
            let pictures = contents.codes.map(\.frame) + contents.faces.map(\.frame)
            for picture in pictures { #expect(page.contains(picture), "a picture leaves page \(number)") }
            for (index, box) in contents.boxes.enumerated() {
                #expect(page.contains(box.frame), "a text leaves page \(number)")
                #expect(
                    box.frame.contains(box.ink, tolerance: 0.15), "ink of \(index) leaves its box on page \(number)")
                for other in contents.boxes.dropFirst(index + 1) {
                    #expect(!box.frame.overlaps(other.frame, tolerance: 0.3), "texts of page \(number) overlap")
                }
            }
        }
    }

    @Test func everyWordIsThereOnceAndInItsOrder() throws {
        for example in [Self.examples[2], Self.examples[3]] {
            let layout = try Self.layout(example, .a5, .thai)
            #expect(layout.pages.count > 1)
            let said = layout.pages.flatMap(\.boxes).map { $0.text.text }.joined(separator: " ")
            let numbers = said.matches(of: /คำ(\d+)/).compactMap { Int($0.1) }
            let once = Array(1...900)
            #expect(example.testDescription == "long paragraph" ? numbers == once : numbers == once + once)
        }
    }

    @Test func namesOfColumnsStandOnEachPage() throws {
        let layout = try Self.layout(Self.examples[4], .a4, .thai)
        #expect(layout.pages.count > 3)
        for page in layout.pages {
            #expect(["ก", "ข", "ค"].allSatisfy { name in page.boxes.contains { $0.text.text == name } })
        }
    }

    @Test func pagesAreCounted() throws {
        let layout = try Self.layout(Self.examples[4], .a5, .english)
        let count = layout.pages.count
        for (index, page) in layout.pages.enumerated() {
            #expect(page.boxes.last.map { $0.text.text } == "Page \(index + 1)/\(count)")
        }
    }

    @Test func endlessDocumentsAreRefused() throws {
        let many = Example(
            testDescription: "many",
            blocks: Array(repeating: .code(String(repeating: "A", count: 800), caption: ""), count: 2_000))
        #expect(throws: SheetError.tooManyPages(limit: Document.mostPages)) { try Document(try Self.document(many)) }
    }

    @Test func sameDocumentGivesTheSameBytes() throws {
        let document = try Self.document(Self.examples[1])
        #expect(try Document(document).pdf() == Document(document).pdf())
        #expect(try Document(document).absences == [.damaged])
    }

    @Test func missingFamilyIsNamed() throws {
        let document = try Self.document(Self.examples[0])
        #expect(throws: SheetError.fontMissing("Nonesuch")) { try Document(document, font: "Nonesuch") }
    }
}
