import Testing

@testable import DeskConfig

/// One file of settings.
@Suite struct SettingsFileTests {
    private static let path = "/etc/xdg/thaiid/config.toml"

    private func file(_ text: String) -> SettingsFile { SettingsFile(Array(text.utf8), of: Self.path) }

    private func faults(_ text: String) -> [SettingsFault] { file(text).faults }

    private static func fault(_ line: Int, _ problem: SettingsProblem) -> SettingsFault {
        SettingsFault(.file(path, line: line), problem)
    }

    private static func setting(_ value: SettingValue, line: Int) -> Setting {
        Setting(value: value, origin: .file(path, line: line))
    }

    @Test func sectionsHoldSettingsAndTheirLines() {
        let file = file(
            """
            # all desks
            [sheet]
            purpose = "สมัครสมาชิก # ห้องสมุด = ฟรี"

            [desk.hotel-lobby]
            reader = 2
            print = true
            format = ["json",
              "xlsx"]
            once-per = "10m"
            desk-less = 0
            """)
        #expect(file.sheet == [.purpose: Self.setting(.text("สมัครสมาชิก # ห้องสมุด = ฟรี"), line: 3)])
        #expect(
            file.desks == [
                "hotel-lobby": [
                    .reader: Self.setting(.text("2"), line: 6), .print: Self.setting(.flag(true), line: 7),
                    .format: Self.setting(.list(["json", "xlsx"]), line: 8),
                    .oncePer: SettingDuration("10m").map { Self.setting(.duration($0), line: 10) },
                ].compactMapValues(\.self)
            ])
        #expect(file.faults == [Self.fault(11, .unknownKey("desk-less", nearest: nil))])
        #expect(file.count == 5)
    }

    @Test func nothingIsAFile() {
        for text in ["", "\n", "# nothing\n", "[sheet]", "[desk]\n[desk.a]\n"] {
            #expect(faults(text) == [] && file(text).count == 0)
        }
        #expect(Array(file("[desk.a]").desks.keys) == ["a"])
    }

    @Test(arguments: SettingKey.allCases)
    func exampleOfEachSettingIsOne(_ key: SettingKey) {
        let line = "\(key.rawValue) = \(key.example)"
        if key.isOfDesk { #expect(file("[desk.a]\n\(line)").desks["a"]?.keys.first == key) }
        if key.isOfRegister { #expect(file("[register]\n\(line)").register.keys.first == key) }
        let elsewhere = [Self.fault(2, .registerOnly(key))]
        #expect(faults("[desk.a]\n\(line)") == (key.isOfDesk ? [] : elsewhere))
        let isOfDeskAlone = key.isOfDesk && !key.isOfSheet
        #expect(
            faults("[sheet]\n\(line)")
                == (key.isOfSheet ? [] : isOfDeskAlone ? [Self.fault(2, .deskOnly(key))] : elsewhere))
        #expect(faults("[register]\n\(line)") == (key.isOfRegister ? [] : [Self.fault(2, .notOfRegister(key))]))
        let isSection = key == .sheet || key == .register
        #expect(faults(line) == [Self.fault(1, isSection ? .notSection(key.rawValue) : .outside(key.rawValue))])
        #expect(faults("[desk]\n\(line)") == [Self.fault(2, .namelessDesk(key.rawValue))])
    }

    @Test(arguments: SettingKey.allCases)
    func everySettingRefusesWhatItIsNot(_ key: SettingKey) {
        let values: [(String, SettingsProblem.Found)] = [
            ("1.5", .fraction), ("2026-11-26", .moment), ("07:32:00", .moment), ("inf", .fraction),
            ("{ a = 1 }", .table),
            ("[[\"a\"]]", .list), ("-1", .number), ("[1]", .list), ("true", .flag), ("\"a\"", .text),
            ("[\"a\"]", .list),
        ]
        for (value, found) in values {
            let section = key.isOfDesk ? "desk.a" : "register"
            let faults = faults("[\(section)]\n\(key.rawValue) = \(value)")
            let isRight =
                switch (key.type, value) {
                case (.flag, "true"), (.textOrFlag, "true"), (.textOrFlag, "\"a\""), (.text, "\"a\""), (.path, "\"a\""),
                    (.textOrNumber, "\"a\""), (.paths, "[\"a\"]"):
                    true
                default: false
                }
            #expect(faults.isEmpty == isRight, "\(key) = \(value)")
            guard let problem = faults.first?.problem else { continue }
            switch problem {
            case .wrongType(key, found: let told):
                // Of a list the item is told that does not belong there.
                #expect(told == found || found == .list && [.list, .number].contains(told), "\(key) = \(value)")
            case .notChoice(key, "a", _), .notDuration(key, "a"), .outOfRange(key, -1): break
            default: Issue.record("\(key) = \(value): \(problem)")
            }
        }
    }

    @Test(
        arguments: [
            ("[sheet]\npapr = \"a5\"", 2, .unknownKey("papr", nearest: "paper")),
            ("[sheet]\nissuerBlock = \"a\"", 2, .unknownKey("issuerBlock", nearest: "issuer-block")),
            ("[sheet]\nPURPOSE = \"a\"", 2, .unknownKey("PURPOSE", nearest: "purpose")),
            ("[desk.a]\nonceper = \"1m\"", 2, .unknownKey("onceper", nearest: "once-per")),
            ("[desk.a]\nx = { reader = 1 }", 2, .unknownKey("x", nearest: nil)),
            ("[desk.a.b]\nreader = 1", 1, .unknownKey("b", nearest: nil)),
            ("[shet]\n", 1, .unknownSection("shet", nearest: "sheet")),
            ("\n[dsek.a]\n", 2, .unknownSection("dsek", nearest: "desk")),
            ("[\"\"]\n", 1, .unknownSection("", nearest: nil)),
            ("nonesuch = 1", 1, .unknownKey("nonesuch", nearest: nil)),
            ("sheet = true", 1, .notSection("sheet")), ("desk = \"a\"", 1, .notSection("desk")),
            ("[desk]\na = 1", 2, .notSection("desk.a")), ("[[desk.a]]\nreader = 1", 1, .notSection("desk.a")),
            ("[[sheet]]", 1, .notSection("sheet")),
            ("[desk.\"\"]", 1, .deskName), ("[desk.\"a\\u001Bb\"]", 1, .deskName), ("[desk.\" \"]", 1, .deskName),
            ("[sheet]\npurpose = \"\"", 2, .empty(.purpose)), ("[sheet]\nlog = \" \\t\"", 2, .empty(.log)),
            ("[sheet]\npaper = \"\"", 2, .empty(.paper)), ("[desk.a]\nformat = []", 2, .empty(.format)),
            ("[desk.a]\nappend = [\"a\",\n\"\"]", 3, .empty(.append)),
            ("[desk.a]\nclear-after = \"\"", 2, .empty(.clearAfter)),
            ("[sheet]\noperator = \"a\\nb\"", 2, .notLine(.operator)),
            ("[sheet]\noperator = \"\"\"a\nb\"\"\"", 2, .notLine(.operator)),
            ("[desk.a]\nexec = \"/bin/true\\u0000\"", 2, .notLine(.exec)),
            ("[sheet]\npurpose = \"a\\u202Eb\"", 2, .notLine(.purpose)),
            ("[sheet]\npaper = \"a3\"", 2, .notChoice(.paper, "a3", nearest: "a4")),
            ("[sheet]\npreset = \"Hotel\"", 2, .notChoice(.preset, "Hotel", nearest: "hotel")),
            ("[desk.a]\nformat = [\"json\",\n\"xslx\"]", 3, .notChoice(.format, "xslx", nearest: "xlsx")),
            ("[desk.a]\nfields = [\"citizenId\"]", 2, .notChoice(.fields, "citizenId", nearest: "citizenID")),
            ("[desk.a]\ntimeout = 0", 2, .outOfRange(.timeout, 0)),
            ("[desk.a]\ntimeout = 3601", 2, .outOfRange(.timeout, 3601)),
            ("[desk.a]\ntimeout = 9223372036854775807", 2, .outOfRange(.timeout, .max)),
            ("[desk.a]\nonce-per = \"10 m\"", 2, .notDuration(.oncePer, "10 m")),
            ("[desk.a]\nformat = [\"json\", 2]", 2, .wrongType(.format, found: .number)),
        ] as [(String, Int, SettingsProblem)])
    func whatIsNotUnderstoodIsNamedWithItsLine(_ text: String, _ line: Int, _ problem: SettingsProblem) {
        #expect(faults(text) == [Self.fault(line, problem)])
    }

    @Test func allThatIsWrongIsTold() {
        let faults = faults("[desk.b]\nbeep = 1\n[sheet]\npapr = 1\nlog = 1\n[desk.a]\nbeep = \"\"\n[x]\n")
        #expect(faults.map(\.place) == [2, 4, 5, 7, 8].map { .file(Self.path, line: $0) })
    }

    @Test func dottedKeysAndInlineTablesSayTheSame() {
        for text in [
            "sheet.purpose = \"x\"\ndesk.a.beep = true", "sheet = { purpose = \"x\" }\ndesk = { a = { beep = true } }",
        ] {
            let file = file(text)
            #expect(file.faults == [] && file.sheet[.purpose]?.value == .text("x"))
            #expect(file.desks["a"]?[.beep]?.value == .flag(true))
        }
    }

    @Test func filesAreRelativeToTheFileThatNamesThem() {
        let file = file(
            """
            [sheet]
            issuer-block = "issuer.txt"
            log = "/var/log/sheets"
            log-key = "keys/log"
            [desk.a]
            append = ["a.csv", "/srv/b.csv"]
            """)
        #expect(file.sheet[.issuerBlock]?.value == .text("/etc/xdg/thaiid/issuer.txt"))
        #expect(file.sheet[.log]?.value == .text("/var/log/sheets"))
        #expect(file.sheet[.logKey]?.value == .text("/etc/xdg/thaiid/keys/log"))
        #expect(file.desks["a"]?[.append]?.value == .list(["/etc/xdg/thaiid/a.csv", "/srv/b.csv"]))
    }
}
