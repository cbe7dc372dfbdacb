import ArgumentParser
import Foundation
import HelpText
import Testing
import ThaiIDCard

@testable import ThaiIDCommands

/// Refusals of command lines in both languages: of the tool's own rules, and of the parser's.
@Suite struct RefusalWalkTests {
    /// Lines that a rule of the tool's own refuses, one for each rule at least.
    static let lines = [
        "read --wait 86401", "read --sample --replay x", "read --timeout 0", "read --record x",
        "read --photo a --no-photo",
        "read --show-photo --json", "read --json --format csv", "read --log-values", "read --fields nobody",
        "read --fields ,",
        "read --columns nothing", "read --columns ,", "read --hospital-code 1", "sheet --sample --from x --print",
        "sheet --preset hotel --sections id --print", "sheet --sections photo --no-photo --print", "sheet --sample",
        "sheet --json -o -",
        "sheet --copies 2 -o a.pdf", "sheet --copies 0 --print", "sheet -o a.txt", "convert --to csv --name x/y -o a/",
        "convert --to csv --name x", "convert --to csv --checks", "read --format fhir --checks", "emulate",
        "emulate --invented 0", "emulate a --port 1 --slot 1",
        "emulate a --slot both",
        "emulate a --longest-read 256", "trace record a --everything --no-photo", "trace diff - -",
        "trace convert a --to hex", "trace pseudonymise a -o b --folder c", "trace pseudonymise a b",
        "trace pseudonymise a - --folder c", "apdu a4 --send-apdu 00a4", "invent --count 0", "invent --output a",
        "invent --as traces --count 2", "record", "watch --copies 2", "watch --format csv", "watch --append {day}.csv",
        "watch --append a.doc",
    ]

    /// What is said of each of the lines, found out once: the parser takes its time.
    private static let refusals = Dictionary(uniqueKeysWithValues: lines.map { ($0, refusal($0)) })

    /// What is said of a line; `nil` where it is taken.
    private static func refusal(_ line: String) -> ParserRefusal? {
        let words = line.split(separator: " ").map(String.init)
        do {
            _ = try Tool.parse(naming: words)
            return nil
        } catch {
            return Tool.exitCode(for: error) == .validationFailure ? Tool.refusal(error, of: words) : nil
        }
    }

    private func refusal(_ line: String) throws -> ParserRefusal { try #require(Self.refusal(line)) }

    @Test(arguments: lines)
    func ruleIsToldInBothLanguages(_ line: String) throws {
        let refusal = try #require(Self.refusals[line] ?? nil)
        #expect(refusal.problem.thai != refusal.problem.english)
        #expect(
            refusal.problem.thai.contains(where: Self.isThai) && !refusal.problem.english.contains(where: Self.isThai))
        let command = line.split(separator: " ").prefix(line.hasPrefix("trace") ? 2 : 1).joined(separator: " ")
        let english = refusal.text(in: .english)
        #expect(english.hasPrefix("Error: \(refusal.problem.english)\nUsage: thaiid \(command)"))
        #expect(refusal.text(in: .thai).hasPrefix("ผิดพลาด: \(refusal.problem.thai)\nวิธีใช้: thaiid \(command)"))
        #expect(!refusal.text(in: .thai).contains("See ") && !english.unicodeScalars.contains("\u{1F}"))
    }

    /// A rule without a line in `lines` fails here, and so does one with words in one language.
    @Test func everyRuleIsTried() throws {
        let told = Self.refusals.values.compactMap { $0?.problem }
        for (file, source) in try Self.sources() {
            for site in source.split(separator: "ValidationError(").dropFirst() {
                let text = site.drop { $0.isWhitespace }
                // Words that are said elsewhere, too, have both languages by their type.
                if text.hasPrefix("words:") { continue }
                guard text.hasPrefix("thai:") else {
                    Issue.record("\(file): ValidationError(\(text.prefix(40)): say it by thai: and english:")
                    continue
                }
                let piece = Self.fixedPiece(of: text)
                #expect(
                    told.contains { $0.thai.contains(piece) },
                    "\(file): no line in RefusalWalkTests is refused with ‘\(piece)’: add one to lines")
            }
        }
    }

    /// The longest part of the first literal that no value is put into.
    private static func fixedPiece(of text: Substring) -> String {
        let literal = text.drop { $0 != "\"" }.dropFirst().prefix { $0 != "\"" }
        return literal.split(separator: "\\(", omittingEmptySubsequences: false).enumerated()
            .map { $0 == 0 ? $1 : $1.drop { $0 != ")" }.drop { $0 == ")" } }
            .map { String($0.replacing("\\", with: "")) }.max { $0.count < $1.count } ?? ""
    }

    /// Those of the commands, but for the one that says how refusals are made.
    private static func sources() throws -> [(String, String)] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/ThaiIDCommands")
        let files = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        #expect(files.count > 50)
        return try files.filter { $0.hasSuffix(".swift") && !$0.hasSuffix("ValidationError+Bilingual.swift") }
            .map { ($0, try String(contentsOf: root.appendingPathComponent($0), encoding: .utf8)) }
    }

    private static func isThai(_ character: Character) -> Bool { character >= "ก" && character <= "๛" }

    // What the parser says.

    @Test(arguments: [
        ("read --timout 3", "ไม่มีตัวเลือก '--timout' หมายถึง '--timeout' ใช่หรือไม่"),
        ("read --quite-another", "ไม่มีตัวเลือก '--quite-another'"),
        ("read -z", "ไม่มีตัวเลือก '-z'"),
        ("read --timeout", "ยังไม่ได้ใส่ค่าของ '--timeout <seconds>'"),
        ("read --json=x", "ตัวเลือก '--json' ไม่รับค่า แต่มี 'x' ตามมา"),
        ("read x", "มี 'x' เกินมา คำสั่งนี้ไม่รับ"),
        ("read x y", "มีเกินมา 2 คำที่คำสั่งนี้ไม่รับ: 'x', 'y'"),
        ("trace show", "ยังไม่ได้ระบุ '<file>'"),
        ("convert", "ยังไม่ได้ระบุ '--to <format>'"),
        ("read --lang xx", "ใช้ค่า 'xx' กับ '--lang <lang>' ไม่ได้ ค่าที่ใช้ได้คือ 'th' หรือ 'en'"),
        ("sheet --paper a0", "ใช้ค่า 'a0' กับ '--paper <paper>' ไม่ได้ ค่าที่ใช้ได้คือ 'a4', 'a5' หรือ 'letter'"),
        ("read --timeout x", "ใช้ค่า 'x' กับ '--timeout <seconds>' ไม่ได้"),
        ("read ---", "ตัวเลือกผิดรูปแบบ: ---"),
        ("read -é", "ไม่มีตัวเลือก '-é'"),
        ("apdu -sx", "ไม่มีตัวเลือก '-sx'\n   หรือ: ยังไม่ได้ใส่ค่าของ '-s <hex>' ใน '-sx'"),
        ("raed --json", "ไม่มีคำสั่ง 'raed' หมายถึง 'read' ใช่หรือไม่"),
        ("print", "ไม่มีคำสั่ง 'print'"),
        ("trace shwo x", "ไม่มีคำสั่ง 'trace shwo' หมายถึง 'show' ใช่หรือไม่"),
    ])
    func parserSpeaksThai(_ line: String, _ thai: String) throws {
        let refusal = try refusal(line)
        #expect(refusal.problem.thai == thai)
        #expect(!refusal.problem.english.contains(where: Self.isThai))
    }

    @Test func listOfManyValuesKeepsItsLines() throws {
        let thai = try refusal("read --format nothing").problem.thai
        #expect(thai.hasPrefix("ใช้ค่า 'nothing' กับ '--format <format>' ไม่ได้ ค่าที่ใช้ได้คือ\n  - text\n  - json\n"))
    }

    @Test func unknownShellIsToldInThai() throws {
        let thai = try refusal("--generate-completion-script tcsh").problem.thai
        #expect(thai.hasPrefix("ไม่มีสคริปต์เติมคำสำหรับเชลล์ 'tcsh'\nใช้ --generate-completion-script=<shell>"))
    }

    /// What no command of the tool has yet.
    private struct Others: ParsableArguments {
        enum Way: String, EnumerableFlag { case there, back }

        @Flag var way: Way
    }

    @Test(arguments: [
        ([], "ต้องระบุอย่างใดอย่างหนึ่ง: '--there', '--back'"),
        (["--there", "--back"], "'--back' ขัดกับ '--there' ที่ระบุไว้ก่อนแล้ว เลือกใช้เพียงอย่างเดียว"),
    ])
    func flagsThatExcludeOneAnotherAreToldInThai(_ words: [String], _ thai: String) throws {
        let error = try #require(throws: (any Error).self) { try Others.parse(words) }
        #expect(Tool.refusal(error, of: []).problem.thai.isEmpty == false)
        #expect(ParserSentence.thai(of: Others.message(for: error)) == thai)
    }

    @Test func helpOfTheOptionIsInThai() throws {
        let text = try refusal("read --timeout x").text(in: .thai)
        #expect(text.contains("\nคำอธิบาย: --timeout <seconds>  เลิกอ่าน เมื่อใช้เวลานานกว่านี้\nวิธีใช้: thaiid read <options>\n"))
        #expect(text.hasSuffix("\n  ดูเพิ่มเติมด้วย 'thaiid read --help'"))
    }

    @Test func nothingOnTheLineIsTakenForTheMarkBetweenLanguages() throws {
        let words = ["read", "a\u{1F}b", "--fields", "\u{1F}x\u{1F}y"]
        let error = try #require(throws: (any Error).self) { try Tool.parse(naming: words) }
        #expect(Tool.refusal(error, of: words).problem.english.contains("‘xy’"))
        let other = try #require(throws: (any Error).self) { try Tool.parse(naming: ["read", "\u{1F}x\u{1F}y"]) }
        #expect(Tool.refusal(other, of: []).problem.english == "Unexpected argument '\u{1F}x\u{1F}y'")
    }
}
