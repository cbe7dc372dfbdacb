import Foundation
import TestSupport
import Testing

@testable import DeskConfig

/// Files that are no settings, by mistake or by intent.
@Suite struct HostileSettingsTests {
    private func problem(_ bytes: [UInt8]) throws -> (SettingsProblem, Int?) {
        let file = SettingsFile(bytes, of: "f")
        let fault = try #require(file.faults.first)
        #expect(file.faults.count == 1 && file.count == 0)
        guard case .file("f", let line) = fault.place else { throw fault }
        return (fault.problem, line)
    }

    @Test func bytesThatAreNoTextAreNamedWithTheirLine() throws {
        let (problem, line) = try problem(
            Array("[sheet]\npaper = \"a4\"\nfont = \"".utf8) + [0xA1] + Array("\"\n".utf8))
        #expect(problem == .notText && line == 3)
    }

    @Test(arguments: [
        ("purpose x", 1), ("[sheet]\n\npurpose: x", 3), ("[sheet]\npurpose = x", 2), ("{\"purpose\": \"x\"}", 1),
        ("[sheet]\nfont = \"a\"\nfont = \"b\"", 3), ("[sheet]\n[desk.a]\n[sheet]", 3), ("[sheet", 1),
        ("[sheet]\nfont = \"a", 2),
        ("[sheet]\nfont = \"\\q\"", 2), ("= 1", 1), ("[desk.a]\ntimeout = 99999999999999999999", 2),
        ("[desk.a]\ntimeout = 0x", 2), ("[[[", 1), ("é = 1", 1), ("\u{FE59}", 1), ("[sheet]\n[é]", 2),
        ("[sheet]\nfont = \"a\u{0}\"", 2), ("desk.a = 1\ndesk.a.b = 2", 2),
    ])
    func whatIsNoTOMLIsNamedWithItsLine(_ text: String, _ line: Int) throws {
        let (problem, told) = try problem(Array(text.utf8))
        guard case .syntax(let column, let reason) = problem else { throw SettingsFault(.option(text), problem) }
        #expect(told == line && column >= 1 && !reason.isEmpty)
    }

    @Test(arguments: [
        "a" + String(repeating: ".a", count: 32_000) + "=1", "[a" + String(repeating: ".a", count: 32_000) + "]",
        "a=" + String(repeating: "[", count: 65_000), "a=" + String(repeating: "{a=", count: 20_000),
        "a=" + String(repeating: "[", count: 100) + String(repeating: "]", count: 100),
        String(repeating: "[[a.", count: 10_000), String(repeating: "\"\"\"", count: 20_000),
        String(repeating: "[a]\n", count: 16_000),
    ])
    func whatNestsWithoutEndIsRefusedAndCostsLittle(_ text: String) throws {
        let start = ContinuousClock.now
        guard case (.syntax, _?) = try problem(Array(text.utf8)) else { throw SettingsFault(.option(""), .missing) }
        #expect(ContinuousClock.now - start < .seconds(2))
    }

    /// As deep as what is let through can be: the deepest head, and lists of tables with the longest keys.
    @Test func deepestFileThatIsReadIsLetGo() {
        let key = "a" + String(repeating: ".a", count: 64)
        let text =
            "[\(key)]\n" + String(repeating: "\(key) = [\n{ ", count: 7) + "a = 1" + String(repeating: "}]", count: 7)
        #expect(SettingsFile(Array(text.utf8), of: "f").faults.map(\.problem) == [.unknownSection("a", nearest: nil)])
    }

    @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian], [true, false])
    func windowsTextIsRead(_ encoding: String.Encoding, isMarked: Bool) throws {
        let text = (isMarked ? "\u{FEFF}" : "") + "[sheet]\r\npurpose = \"สมัครสมาชิก\"\r\npaper = \"a5\"\r\n"
        let file = SettingsFile(Array(try #require(text.data(using: encoding))), of: "f")
        #expect(file.faults == [] && file.sheet[.purpose]?.value == .text("สมัครสมาชิก"))
        #expect(file.sheet[.paper]?.origin == .file("f", line: 3))
        #expect(SettingsFile(Array(text.utf8), of: "f").sheet == file.sheet)
    }

    @Test func wordProcessorsSpacesAreSpaces() {
        let file = SettingsFile(Array("[sheet]\nfont\u{A0}=\u{3000}\"a\u{A0}b\"\n".utf8), of: "f")
        #expect(file.faults == [] && file.sheet[.font]?.value == .text("a b"))
    }

    @Test func fileThatIsTooLargeOrNoneIsAFault() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("config.toml")
        func fault() -> [SettingsFault] { SettingsFile(reading: path).faults }
        #expect(fault() == [SettingsFault(.file(path, line: nil), .missing)])
        for (count, isRead) in [(1 << 16, true), (1 << 16 + 1, false), (1 << 20, false)] {
            try Data(repeating: UInt8(ascii: "#"), count: count).write(to: URL(fileURLWithPath: path))
            #expect(
                fault()
                    == (isRead ? [] : [SettingsFault(.file(path, line: nil), .unreadable(reason: "File too large"))]))
        }
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        #expect(fault() == [SettingsFault(.file(path, line: nil), .unreadable(reason: "Is a directory"))])
    }
}
