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
            for number in [
                "1000000000009", "1 0000 00000 00 9\r", "1-0000-00000-00-9", "1000000000008", "12345", "", "  ", "x",
            ] {
                report.check(Array(number.utf8)[...], isLine: true)
            }
            #expect(report.wrong == 3)
            try report.flush()
            try report.flush()
        }
        let right = "1000000000009\tvalid\t0000\t1\tThai, born from 1984, registered on time"
        let wrong = "1000000000008\twrong-check-digit\t0000\t1\tThai, born from 1984, registered on time"
        #expect(Self.output(result).suffix(6) == [right, right, right, wrong, "?\tnot-13-digits", "?\tnot-13-digits"])
    }

    @Test func linesAreThaiOnRequest() async throws {
        let result = try await #require(processExitsWith: .success, observing: [\.standardOutputContent]) {
            var report = IDReport(language: .thai, isJSON: false)
            report.check(Array("8000000000006".utf8)[...], isLine: true)
            try report.flush()
        }
        #expect(Self.output(result).last == "8000000000006\tvalid\t0000\t8\tคนต่างด้าวเข้าเมืองถูกต้อง หรือได้สัญชาติไทย")
    }

    @Test func linesAreJSONOnRequest() async throws {
        let result = try await #require(processExitsWith: .success, observing: [\.standardOutputContent]) {
            var report = IDReport(language: .thai, isJSON: true)
            for number in ["1000000000009", "9000000000005", "\u{1B}]0;x\u{07}"] {
                report.check(Array(number.utf8)[...], isLine: true)
            }
            try report.flush()
        }
        #expect(
            Self.output(result).suffix(3) == [
                #"{"citizenID":"1000000000009","valid":true,"registrar":"0000","category":1,"meaning":"Thai, born from 1984, registered on time"}"#,
                #"{"citizenID":"9000000000005","valid":false,"registrar":"0000","category":9,"meaning":"reserved; sources disagree"}"#,
                #"{"citizenID":null,"valid":false}"#,
            ])
    }

    @Test func blankLinesAreNothingToJudge() {
        var report = IDReport(language: .english, isJSON: false)
        for count in 0...20 { report.check([UInt8](repeating: 0x20, count: count)[...], isLine: true) }
        #expect(report.wrong == 0)
    }

    @Test(arguments: ["", " ", "-", "             "])
    func blankArgumentIsAWrongNumber(_ text: String) {
        var report = IDReport(language: .english, isJSON: false)
        report.check(Array(text.utf8)[...], isLine: false)
        #expect(report.wrong == 1)
    }

    @Test func gapsDoNotMakeANumberWhole() {
        var report = IDReport(language: .english, isJSON: false)
        for number in ["1-0000-00000-", "1000000000009-1", "- 1000000000 -", "1000000000009x", "๑๐๐๐๐๐๐๐๐๐๐๐๙"] {
            report.check(Array(number.utf8)[...], isLine: true)
        }
        #expect(report.wrong == 5)
    }
}
