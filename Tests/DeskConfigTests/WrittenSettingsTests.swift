import Testing

@testable import DeskConfig

/// Settings as they are written down.
@Suite struct WrittenSettingsTests {
    @Test(arguments: ["", "a", "สมัคร", "\"\\\"", "a\nb\tc\r", "\u{0}\u{1F}\u{7F}\u{9F}\u{202E}", "# = []", "𝄞 👩‍👩‍👧"])
    func quotedTextIsReadAsItWas(_ text: String) throws {
        let nodes = try TOMLNode.parse(Array("\(TOMLText.quoted(text)) = \(TOMLText.quoted(text))".utf8))
        #expect(nodes == [TOMLNode(key: text, line: 1, value: .text(text))])
        #expect(!TOMLText.quoted(text).contains("\n"))
    }

    @Test(arguments: ["hotel-lobby", "2", "ล็อบบี้", "a.b", "a b", "\"", "A_b"])
    func headOfADeskIsReadAsItsName(_ desk: String) {
        #expect(Array(SettingsFile(Array(TOMLText.head(desk: desk).utf8), of: "f").desks.keys) == [desk])
        #expect(TOMLText.head(desk: "hotel-lobby") == "[desk.hotel-lobby]")
        #expect(TOMLText.head(desk: nil) == "[sheet]")
    }

    @Test(arguments: SettingKey.allCases)
    func everyValueIsWrittenAsItIsRead(_ key: SettingKey) throws {
        let head = key.isOfDesk ? "[desk.a]" : "[register]"
        let file = SettingsFile(Array("\(head)\n\(key.rawValue) = \(key.example)".utf8), of: "/f")
        let written = TOMLText.value(try #require(file.desks["a"]?[key] ?? file.register[key]).value)
        let again = SettingsFile(Array("\(head)\n\(key.rawValue) = \(written)".utf8), of: "/f")
        #expect(again.desks == file.desks && again.register == file.register)
    }

    @Test(
        arguments: [
            ("1s", 1), ("90s", 90), ("10m", 600), ("8h", 28_800), ("24h", 86_400), ("86400s", 86_400), ("007m", 420),
            ("", nil), ("m", nil), ("10", nil), ("0s", nil), ("1d", nil), ("25h", nil), ("86401s", nil), ("10 m", nil),
            ("-1m", nil),
            ("+1m", nil), ("1.5h", nil), ("1h30m", nil), ("10M", nil), ("๑๐m", nil), ("9999999999999999999d", nil),
            ("10m ", nil),
        ] as [(String, Int?)])
    func spanOfTimeIsANumberAndALetter(_ text: String, _ seconds: Int?) {
        #expect(SettingDuration(text)?.seconds == seconds)
    }

    @Test(
        arguments: [
            ("papr", "paper"), ("Paper", "paper"), ("log_key", "log-key"), ("logKey", "log-key"), ("pirnt", "print"),
            ("notifi", "notify"), ("x", nil), ("", nil), ("zzzzzz", nil), (String(repeating: "paper", count: 99), nil),
        ] as [(String, String?)])
    func nameThatWasMeantIsTheNearest(_ name: String, _ nearest: String?) {
        #expect(NearestName.of(name, among: SettingKey.allCases.map(\.rawValue)) == nearest)
    }

    @Test func formerFileSaysTheSameInTodaysForm() {
        let text = """
            # what this desk does
            purpose = สมัคร "สมาชิก" # ฟรี

              issuerBlock=issuer.txt\r
            logKey =\tC:\\key
            papr = a5
            paper = a5
            paper = a4
            operator =
            reader = 1
            nothing
            """
        let today = FormerSettings.today(Array(text.utf8))
        #expect(
            today == [
                "[sheet]", "# what this desk does", "purpose = \"สมัคร \\\"สมาชิก\\\" # ฟรี\"",
                "issuer-block = \"issuer.txt\"",
                "log-key = \"C:\\\\key\"", "# papr = a5", "paper = \"a5\"", "# paper = a4", "# operator =",
                "# reader = 1",
                "# nothing",
            ])
        let file = SettingsFile(Array(today.joined(separator: "\n").utf8), of: "/f/config.toml")
        #expect(file.faults == [] && file.sheet.count == 4)
        #expect(file.sheet[.purpose]?.value == .text("สมัคร \"สมาชิก\" # ฟรี"))
        #expect(FormerSettings.today([0xFF, 0xFF, 0x81]) == ["[sheet]"])
    }
}
