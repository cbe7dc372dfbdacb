import CardRecord
import Testing
import ThaiIDCard

@testable import ThaiIDCommands

/// What `thaiid check-id` says of a number. Its lines go straight to standard output, so each case
/// runs in a process of its own.
@Suite struct IDReportTests {
    private static func output(_ result: ExitTest.Result) -> [String] {
        String(decoding: result.standardOutputContent, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test func linesAreTabSeparated() async throws {
        let result = try await #require(processExitsWith: .success, observing: [\.standardOutputContent]) {
            var report = IDReport(language: .english, isJSON: false)
            for (index, number) in [
                "1000000000009", "1 0000 00000 00 9\r", "1-0000-00000-00-9", "1000000000008", "12345", "", "  ", "x",
            ].enumerated() {
                report.check(Array(number.utf8)[...], at: index + 1)
            }
            #expect(report.wrong == 3)
            #expect(report.error == .cardData(.badNumbers(3, of: .line, at: [4, 5, 8])))
            try report.flush()
            try report.flush()
        }
        let right = "1000000000009\tvalid\t0000\t1\tThai, born from 1984, registered on time"
        let wrong = "1000000000008\twrong-check-digit\t0000\t1\tThai, born from 1984, registered on time\tline 4"
        let none = "?\tnot-13-digits\t\t\t\tline "
        #expect(Self.output(result).suffix(6) == [right, right, right, wrong, none + "5", none + "8"])
    }

    @Test func linesAreThaiOnRequest() async throws {
        let result = try await #require(processExitsWith: .success, observing: [\.standardOutputContent]) {
            var report = IDReport(language: .thai, isJSON: false)
            report.check(Array("8000000000006".utf8)[...], at: 1)
            report.check(Array("8".utf8)[...], at: 2)
            try report.flush()
        }
        #expect(
            Self.output(result).suffix(2) == [
                "8000000000006\tvalid\t0000\t8\tคนต่างด้าวเข้าเมืองถูกต้อง หรือได้สัญชาติไทย",
                "?\tnot-13-digits\t\t\t\tบรรทัดที่ 2",
            ])
    }

    @Test func linesAreJSONOnRequest() async throws {
        let result = try await #require(processExitsWith: .success, observing: [\.standardOutputContent]) {
            var report = IDReport(language: .thai, isJSON: true, of: .argument)
            for (index, number) in ["1000000000009", "9000000000005", "\u{1B}]0;x\u{07}"].enumerated() {
                report.check(Array(number.utf8)[...], at: index + 1)
            }
            try report.flush()
        }
        #expect(
            Self.output(result).suffix(3) == [
                #"{"schema":"thaiid.check-id/1","citizenID":"1000000000009","valid":true,"registrar":"0000","category":1,"meaning":"Thai, born from 1984, registered on time"}"#,
                #"{"schema":"thaiid.check-id/1","citizenID":"9000000000005","valid":false,"registrar":"0000","category":9,"meaning":"reserved; sources disagree","argument":2}"#,
                #"{"schema":"thaiid.check-id/1","citizenID":null,"valid":false,"argument":3}"#,
            ])
    }

    @Test func blankLinesAreNothingToJudge() {
        var report = IDReport(language: .english, isJSON: false)
        for count in 0...20 { report.check([UInt8](repeating: 0x20, count: count)[...], at: 1) }
        #expect(report.wrong == 0)
    }

    @Test(arguments: ["", " ", "-", "             "])
    func blankArgumentIsAWrongNumber(_ text: String) {
        var report = IDReport(language: .english, isJSON: false, of: .argument)
        report.check(Array(text.utf8)[...], at: 1)
        #expect(report.wrong == 1)
    }

    @Test func gapsDoNotMakeANumberWhole() {
        var report = IDReport(language: .english, isJSON: false)
        for number in ["1-0000-00000-", "1000000000009-1", "- 1000000000 -", "1000000000009x", "๑๐๐๐๐๐๐๐๐๐๐๐๙"] {
            report.check(Array(number.utf8)[...], at: 1)
        }
        #expect(report.wrong == 5)
    }

    @Test(
        arguments: [
            "1\u{A0}0000\u{A0}00000\u{A0}00\u{A0}9", "1–0000–00000–00–9", "1\u{202F}0000\u{2007}00000—00\u{2212}9",
            "\u{FEFF}1000000000009", "1\u{2011}0000\u{2010}00000\u{2012}00\u{2015}9",
            "\u{200E}1 0000\u{200B}00000 00 9\u{3000}",
        ].map { Array($0.utf8) } + [
            [0x31, 0xA0] + Array("0000".utf8) + [0x96] + Array("00000".utf8) + [0x97] + Array("00 9".utf8)
        ])
    func gapsAreThoseOfAnyEditor(_ text: [UInt8]) {
        for source in [IDReport.Source.argument, .line] {
            var report = IDReport(language: .english, isJSON: false, of: source)
            report.check(text[...], at: 1)
            #expect(report.wrong == 0)
        }
    }

    @Test func fewPlacesAreNamedOfMany() {
        var report = IDReport(language: .english, isJSON: false)
        for line in 1...1_000 { report.check([0x78], at: line) }
        #expect(report.error == .cardData(.badNumbers(1_000, of: .line, at: Array(1...20))))
        #expect(report.error.words.problem.english.hasSuffix(", 19, 20, …."))
    }
}
