import CardFormats
import CardRecord
import CardSources
import Foundation
import Testing
import ThaiIDCard

@testable import ThaiIDCommands

/// What `thaiid doctor` says of one thing.
@Suite struct FindingTests {
    @Test func whatWorksTakesALine() throws {
        let finding = Finding(subject: .service, text: Bilingual("ทำงานอยู่", "running"))
        #expect(finding.text(in: .english) == "✓ PC/SC service  running\n")
        #expect(finding.text(in: .thai) == "✓ บริการ PC/SC    ทำงานอยู่\n")
        #expect(finding.json.line == #"{"check":"service","ok":true,"finding":"running","code":null,"command":null}"#)
    }

    @Test func whatIsWrongComesWithItsRemedyAndCommand() {
        let finding = Finding(
            subject: .driver, text: Bilingual("ไม่มี", "none"), cause: .noReader, command: "first\nsecond")
        let lines = finding.text(in: .english).split(separator: "\n").map(String.init)
        #expect(lines.count == 4)
        #expect(lines[0] == "✗ Driver         none")
        #expect(lines[1] == "  → \(ToolError.noReader.words.remedy.english)")
        #expect(lines[2] == "      first" && lines[3] == "      second")
        #expect(finding.json["ok"] == .bool(false) && finding.json["code"] == "no-reader")
        #expect(finding.json["command"] == "first\nsecond")
    }

    /// A clock that is wrong keeps no card from being read: it is told, and no error.
    @Test func clockInTheBuddhistEraIsTold() {
        let finding = Finding(.buddhistClock(year: 2569))
        #expect(finding.cause == nil && finding.json["ok"] == .bool(false) && finding.json["code"] == .null)
        let lines = finding.text(in: .english).split(separator: "\n").map(String.init)
        #expect(lines.count == 3 && lines[0].hasPrefix("! Clock") && lines[0].contains("2569"))
        #expect(lines[1].contains("2026") && finding.text(in: .thai).contains("พ.ศ."))
    }

    @Test func cardIsToldApartFromOthers() {
        #expect(Finding(.card(atr: "3B 00", reader: nil)).text.english == "ATR 3B 00")
        #expect(Finding(.card(atr: nil, reader: "R")).text.thai == "R: ATR ?")
    }

    @Test(
        arguments: [
            (.accessRefused, "access-denied"), (.noDriver(plugged: 1), "no-reader"), (.noReader, "no-reader"),
            (.noService("s"), "no-service"), (.serviceOfAnotherVersion("s"), "no-service"),
            (.serviceOutOfReach("s"), "access-denied"), (.noCard(.noCard(waited: false)), "no-card"),
            (.noThaiID(.notThaiID(nil)), "not-thai-id"), (.thaiID, nil), (.readers(["R"]), nil),
        ] as [(Diagnosis.Fact, String?)])
    func factHasItsCode(_ fact: Diagnosis.Fact, _ code: String?) {
        #expect(Finding(fact).cause?.identity.code == code)
    }

    @Test func nameOfAReaderIsShownSafely() {
        let finding = Finding(subject: .reader, text: Bilingual("\u{1B}[2J\n", "\u{1B}[2J\n"), cause: .cardMute)
        for text in [finding.text(in: .thai), finding.text(in: .english), finding.json.line] {
            #expect(!text.unicodeScalars.contains { SafeText.isUnsafe($0) && $0 != "\n" })
        }
    }
}
