import Foundation
import Testing

@testable import ThaiIDCommands

/// Files of settings.
@Suite struct ConfigurationTests {
    private func settings(_ text: String) throws -> [Configuration.Key: String] {
        try ConfigurationFile.parse(Array(text.utf8), of: "/etc/xdg/thaiid/config")
    }

    @Test func settingsStandALineEach() throws {
        let text = """
            # what this desk does
            purpose = สมัครสมาชิก # ห้องสมุด = ฟรี

              operator=desk 2\r
            paper =\ta5
            """
        #expect(
            try settings(text) == [
                .purpose: "สมัครสมาชิก # ห้องสมุด = ฟรี", .operator: "desk 2", .paper: "a5",
            ])
        #expect(try settings("") == [:])
    }

    @Test func markOfAnEditorIsNoPartOfAKey() throws {
        #expect(try settings("\u{FEFF}purpose = x\r\npaper = a5\r\n") == [.purpose: "x", .paper: "a5"])
    }

    @Test func fileThatIsTooLongSaysSo() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("thaiid-tests-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(repeating: UInt8(ascii: "#"), count: 1 << 16 + 1).write(to: file)
        #expect(throws: ToolError.configuration(file: file.path, line: 1, .unreadable(reason: "File too large"))) {
            try ConfigurationFile.read(file.path)
        }
    }

    @Test func filesAreRelativeToTheFileThatNamesThem() throws {
        let text = "issuerBlock = issuer.txt\nlog = /var/log/sheets\nlogKey = keys/log\n"
        #expect(
            try settings(text) == [
                .issuerBlock: "/etc/xdg/thaiid/issuer.txt", .log: "/var/log/sheets",
                .logKey: "/etc/xdg/thaiid/keys/log",
            ])
    }

    @Test(
        arguments: [
            ("purpose", 1, .notSetting), ("\n\npurpose: x", 3, .notSetting),
            ("paper = a4\npapr = a5", 2, .unknown("papr")),
            ("Purpose = x", 1, .unknown("Purpose")), ("purpose =", 1, .empty("purpose")),
            ("purpose = x\n#\npurpose = y", 3, .twice("purpose")), ("= x", 1, .unknown("")),
            ("{\"purpose\": \"x\"}", 1, .notSetting),
        ] as [(String, Int, ToolError.ConfigurationProblem)])
    func whatIsNotUnderstoodIsAnErrorThatNamesItsLine(
        _ text: String, _ line: Int, _ problem: ToolError.ConfigurationProblem
    ) {
        #expect(throws: ToolError.configuration(file: "/etc/xdg/thaiid/config", line: line, problem)) {
            try settings(text)
        }
    }

    @Test func bytesThatAreNoTextAreAnError() {
        #expect(throws: ToolError.configuration(file: "f", line: 2, .notText)) {
            try ConfigurationFile.parse(Array("paper = a4\n".utf8) + [0xA1], of: "f")
        }
    }

    @Test func variablesAreNamedAfterTheKeys() {
        #expect(
            Configuration.Key.allCases.map(\.variable) == [
                "THAIID_PURPOSE", "THAIID_OPERATOR", "THAIID_ISSUER_BLOCK", "THAIID_LOG", "THAIID_LOG_KEY",
                "THAIID_PAPER", "THAIID_FONT", "THAIID_PRESET",
            ])
    }
}
