import CardRecord
import TestSupport
import Testing
import ThaiIDCard

@testable import SheetRequest

/// Documents as one program hands them to the other.
@Suite struct PageDocumentTests {
    private static let at = Moment(iso: "2026-11-26T09:00:00+07:00")

    private static func document(_ blocks: [PageDocument.Block]) throws -> PageDocument {
        PageDocument(title: "ใบกู้คืน", subtitle: "a\u{1B}[2J", footer: nil, at: try #require(at), blocks: blocks)
    }

    static let blocks: [PageDocument.Block] = [
        .heading("ก"), .heading(""), .paragraph("a\nb\u{2028}c"), .fields([]),
        .fields([.init("ชื่อ", "นายทดสอบ"), .init("", "")]),
        .list([], isNumbered: true), .list(["a", ""], isNumbered: false), .table(columns: ["a"], rows: []),
        .table(columns: ["a", "b"], rows: [["1", "2"], ["", "\u{E48}"]]), .groups(["7K3MQ", "9TD2V"]),
        .code("ก", caption: ""), .photo([0xFF, 0xD8], caption: "c"), .photo([], caption: ""),
    ]

    @Test(arguments: blocks)
    func blockComesBackAsItWas(_ block: PageDocument.Block) throws {
        let document = try Self.document([block, block])
        let line = Array(document.json.line.utf8)
        #expect(try PageDocument(json: try #require(JSONValue(parsing: line))) == document)
    }

    @Test func documentWithoutBlocksComesBack() throws {
        var document = try Self.document([])
        (document.subtitle, document.footer) = (nil, "foot")
        #expect(try PageDocument(json: document.json) == document)
    }

    @Test(arguments: [
        ("schema", #"{"schema":"thaiid.page/2","title":"a","at":"2026-11-26T09:00:00+07:00","blocks":[]}"#),
        ("schema", "[]"), ("title", #"{"schema":"thaiid.page/1","at":"2026-11-26T09:00:00+07:00","blocks":[]}"#),
        ("at", #"{"schema":"thaiid.page/1","title":"a","at":"today","blocks":[]}"#),
        ("blocks", #"{"schema":"thaiid.page/1","title":"a","at":"2026-11-26T09:00:00+07:00"}"#),
        ("footer", #"{"schema":"thaiid.page/1","title":"a","footer":1,"at":"2026-11-26T09:00:00+07:00","blocks":[]}"#),
    ])
    func whatDoesNotFitIsNamed(_ key: String, _ text: String) throws {
        let json = try #require(JSONValue(parsing: Array(text.utf8)))
        #expect(throws: PageSyntaxError(key: key)) { try PageDocument(json: json) }
    }

    @Test(arguments: [
        #"{}"#, #"{"kind":"picture"}"#, #"{"kind":"heading"}"#, #"{"kind":"paragraph","text":1}"#,
        #"{"kind":"fields","rows":[{"label":"a"}]}"#, #"{"kind":"list","items":["a",null]}"#,
        #"{"kind":"table","columns":[],"rows":[]}"#, #"{"kind":"table","columns":["a"],"rows":[["b","c"]]}"#,
        #"{"kind":"table","columns":["1","2","3","4","5","6","7","8","9"],"rows":[]}"#,
        #"{"kind":"groups","groups":"a"}"#, #"{"kind":"code","text":"","caption":"a"}"#,
        #"{"kind":"code","text":"a\u0000b","caption":"a"}"#, #"{"kind":"code","text":"a"}"#,
        #"{"kind":"photo","jpeg":"***","caption":"a"}"#, #"{"kind":"photo","caption":"a"}"#, "null", "[]",
    ])
    func blockThatIsNoneIsNamedByItsPlace(_ text: String) throws {
        let block = try #require(JSONValue(parsing: Array(text.utf8)))
        var json = try Self.document([.heading("a")]).json
        guard case .object(var members) = json, case .array(let blocks)? = json["blocks"] else { return }
        members[members.count - 1] = .init(name: "blocks", value: .array(blocks + [block]))
        json = .object(members)
        #expect(throws: PageSyntaxError(key: "blocks.1")) { try PageDocument(json: json) }
    }

    @Test func textsHaveTheirLimits() throws {
        func isTaken(_ block: PageDocument.Block) throws -> Bool {
            (try? PageDocument(json: try Self.document([block]).json)) != nil
        }
        for (count, isFitting) in [(2_000, true), (2_001, false)] {
            let text = String(repeating: "ก", count: count)
            #expect(try isTaken(.paragraph(text)) == isFitting)
            #expect(try isTaken(.list([text], isNumbered: false)) == isFitting)
            #expect(try isTaken(.fields([.init("", text)])) == isFitting)
        }
        for (count, isFitting) in [(200, true), (201, false)] {
            #expect(try isTaken(.groups([String(repeating: "A", count: count)])) == isFitting)
            #expect(try isTaken(.heading(String(repeating: "\u{E48}", count: count))) == isFitting)
        }
        #expect(try isTaken(.code(String(repeating: "A", count: 800), caption: "")))
        #expect(try !isTaken(.code(String(repeating: "ก", count: 267), caption: "")))
    }

    /// Whatever is there instead of something: a document or a refusal, never an end of the program.
    @Test func noiseIsTakenOrRefused() throws {
        var generator = SeededGenerator(seed: 26)
        let line = Array(try Self.document(Self.blocks).json.line.utf8)
        for _ in 0..<2_000 {
            var noisy = line
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let place = Int.random(in: 0..<noisy.count, using: &generator)
                noisy[place] = UInt8.random(in: 0x20...0x7E, using: &generator)
            }
            guard let json = JSONValue(parsing: noisy), let document = try? PageDocument(json: json) else { continue }
            #expect(try PageDocument(json: document.json) == document)
        }
    }
}
