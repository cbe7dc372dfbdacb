import SmartCard
import Testing
import ThaiIDCard

/// A warning comes back out of what was said of it.
@Suite struct WarningTests {
    static let kinds: [Warning.Kind] = [
        .textUndefined, .textCP874, .textControl, .nameSlots(1), .nameSlots(3), .nameSlots(100), .addressSlots(0),
        .addressSlots(5), .date(.impossible), .checkDigit, .category, .photoLength, .laserNumberFormat,
        .textFull, .nameUndivided, .addressOrder, .addressLabels, .dataVersion, .date(.lifelong),
        .date(.oldYear(.yearMayBeLater)), .date(.oldYear(.monthsThatWereNot)), .date(.gregorian), .date(.ahead),
        .date(.tooOld), .date(.afterIssue), .date(.beforeIssue),
        .failed(.refused(.notFound)), .failed(.refused(StatusWord(rawValue: 0x6F00))), .failed(.noAnswer),
        .failed(.wrongLength), .failed(.malformed),
    ]

    @Test(arguments: kinds)
    func warningComesBack(_ kind: Warning.Kind) {
        let warning = Warning(kind, field: "address")
        #expect(Warning(code: warning.code, field: "address", message: warning.message.english) == warning)
    }

    @Test(arguments: kinds)
    func codeAloneTellsTheKind(_ kind: Warning.Kind) {
        let warning = Warning(kind, field: "address")
        #expect(Warning(code: warning.code, field: "address", message: "")?.code == warning.code)
    }

    @Test(arguments: ["", "text", "text.new", "name.slots "])
    func unknownCodeIsNone(_ code: String) {
        #expect(Warning(code: code, field: "address", message: "4") == nil)
    }
}
