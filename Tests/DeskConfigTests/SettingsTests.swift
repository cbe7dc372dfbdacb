import Foundation
import TestSupport
import Testing

@testable import DeskConfig

/// What is settled where several things settle it.
@Suite struct SettingsTests {
    private func places(
        desk: String? = nil, file: String? = nil, _ environment: [String: String] = [:]
    ) throws -> SettingsPlaces {
        try SettingsPlaces(desk: desk, file: file) { environment[$0].map { Array($0.utf8) } }
    }

    private func settings(
        desk: String? = nil, _ environment: [String: String] = [:], _ files: (String, String)...
    ) throws -> Settings {
        try Settings(
            try places(desk: desk, environment), files.map { SettingsFile(Array($0.1.utf8), of: $0.0) })
    }

    @Test func firstThatSettlesSomethingDoes() throws {
        let system = ("/system", "[sheet]\npurpose = \"system\"\npaper = \"a5\"\nfont = \"Loma\"")
        let user = ("/user", "[sheet]\npurpose = \"user\"\npaper = \"letter\"")
        let named = ("/named", "[sheet]\npurpose = \"named\"")
        let variable = ["THAIID_PURPOSE": "environment"]
        for (settings, purpose) in try [
            (settings([:], system), "system"), (settings([:], user, system), "user"),
            (settings([:], named, user, system), "named"), (settings(variable, named, user, system), "environment"),
        ] { #expect(settings.text(.purpose) == purpose) }
        let settings = try settings(variable, named, user, system)
        #expect(settings[.purpose]?.origin == .variable("THAIID_PURPOSE"))
        #expect(settings[.paper] == Setting(value: .text("letter"), origin: .file("/user", line: 3)))
        #expect(settings[.font]?.origin == .file("/system", line: 4))
        #expect(settings[.log] == nil)
        #expect(settings.files == ["/named", "/user", "/system"])
    }

    @Test func deskStandsInPartsAndComesBeforeAllSheets() throws {
        let system = ("/system", "[desk.lobby]\npurpose = \"lobby\"\nreader = 1\nbeep = true")
        let user = (
            "/user", "[sheet]\npurpose = \"mine\"\nfont = \"Loma\"\n[desk.lobby]\nreader = 2\n[desk.bar]\nbeep = false"
        )
        let none = try settings([:], user, system)
        #expect(none.desk == nil && none.desks == ["bar", "lobby"])
        #expect(none.text(.purpose) == "mine" && none[.reader] == nil)
        let lobby = try settings(desk: "lobby", [:], user, system)
        #expect(lobby.desk == "lobby" && lobby.text(.purpose) == "lobby" && lobby.text(.font) == "Loma")
        #expect(lobby[.reader] == Setting(value: .text("2"), origin: .file("/user", line: 5)))
        #expect(lobby[.beep]?.origin == .file("/system", line: 4))
        #expect(lobby.section("lobby").count == 3 && lobby.section("bar").count == 1 && lobby.section("none").isEmpty)
        #expect(try settings(["THAIID_DESK": "bar"], user, system).flag(.beep) == false)
        #expect(try settings(desk: "lobby", ["THAIID_DESK": "bar"], user, system).flag(.beep) == true)
        #expect(try settings(desk: "lobby", ["THAIID_PURPOSE": "x"], user, system).text(.purpose) == "x")
    }

    @Test func deskThatThereIsNotIsRefusedWithThoseThatThereAre() {
        let file = ("/f", "[desk.b]\n[desk.a]\n")
        #expect(throws: SettingsFault(.option("--desk"), .noDesk("c", there: ["a", "b"]))) {
            try settings(desk: "c", [:], file)
        }
        #expect(throws: SettingsFault(.variable("THAIID_DESK"), .noDesk("c", there: []))) {
            try settings(["THAIID_DESK": "c"])
        }
    }

    @Test func firstThingThatIsWrongIsThrown() {
        let fault = SettingsFault(.file("/b", line: 2), .unknownKey("papr", nearest: "paper"))
        #expect(throws: fault) {
            try settings([:], ("/a", "[sheet]\n"), ("/b", "[sheet]\npapr = 1\nx = 1"), ("/c", "x"))
        }
        // A desk that nobody asks for is no exception.
        #expect(throws: SettingsFault.self) { try settings([:], ("/a", "[desk.b]\nx = 1")) }
    }

    @Test func everyKindIsGivenAsItIs() throws {
        let settings = try settings(
            desk: "a", [:],
            (
                "/f",
                """
                [desk.a]
                paper = "a5"
                print = "office"
                reader = 3
                beep = true
                timeout = 30
                once-per = "2h"
                format = ["json", "csv"]
                """
            ))
        #expect(settings.choice(.paper) == Size.a5 && settings.text(.print) == "office" && settings.flag(.print) == nil)
        #expect(settings.text(.reader) == "3" && settings.flag(.beep) == true && settings.number(.timeout) == 30)
        #expect(settings.duration(.oncePer) == .seconds(7_200) && settings.list(.format) == ["json", "csv"])
        #expect(settings.text(.timeout) == nil && settings.list(.paper) == nil && settings.duration(.timeout) == nil)
    }

    private enum Size: String { case a4, a5 }

    @Test func variablesAreNamedAfterTheKeysOfSheets() {
        #expect(
            SettingKey.allCases.compactMap(\.variable) == [
                "THAIID_PURPOSE", "THAIID_OPERATOR", "THAIID_ISSUER_BLOCK", "THAIID_LOG", "THAIID_LOG_KEY",
                "THAIID_PAPER", "THAIID_FONT", "THAIID_PRESET",
            ])
    }

    @Test func variableThatIsNoneOfItsChoicesOrNoTextIsRefused() {
        #expect(throws: SettingsFault(.variable("THAIID_PAPER"), .notChoice(.paper, "a6", nearest: "a4"))) {
            try places(["THAIID_PAPER": "a6"])
        }
        #expect(throws: SettingsFault(.variable("THAIID_PURPOSE"), .notText)) {
            try SettingsPlaces { $0 == "THAIID_PURPOSE" ? [0xFF, 0xFF] : nil }
        }
    }

    @Test func filesAreLookedForWhereTheUserAndTheSystemHaveThem() throws {
        #expect(try places().usual == ["/etc/xdg/thaiid/config.toml"])
        let home = ["HOME": "/home/a"]
        #expect(try places(home).usual == ["/home/a/.config/thaiid/config.toml", "/etc/xdg/thaiid/config.toml"])
        let all = ["HOME": "/home/a", "XDG_CONFIG_HOME": "/c", "XDG_CONFIG_DIRS": "/x:relative:/y"]
        #expect(try places(all).usual == ["/c", "/x", "/y"].map { $0 + "/thaiid/config.toml" })
        let relative = ["HOME": "/home/a", "XDG_CONFIG_HOME": "here", "XDG_CONFIG_DIRS": "here:."]
        #expect(try places(relative).usual == ["/home/a/.config/thaiid/config.toml"])
        #expect(try places(["THAIID_CONFIG": "/v"]).named == "/v")
        #expect(try places(file: "/o", ["THAIID_CONFIG": "/v"]).named == "/o")
    }

    @Test func namedFileHasToBeThereAndOthersNeedNot() throws {
        let folder = try TemporaryFolder()
        let environment = ["XDG_CONFIG_HOME": folder.url.path, "XDG_CONFIG_DIRS": "/nonexistent"]
        #expect(try places(environment).files().isEmpty)
        let named = folder.path("named.toml")
        let missing = try places(file: named, environment)
        #expect(throws: SettingsFault(.file(named, line: nil), .missing)) { try Settings(missing, missing.files()) }
        try "[sheet]\nfont = \"Loma\"".write(toFile: named, atomically: false, encoding: .utf8)
        let there = try places(file: named, environment)
        #expect(try Settings(there, there.files()).text(.font) == "Loma")
    }

    @Test func formerFileIsRefusedUnlessTodaysStandsBesideIt() throws {
        let folder = try TemporaryFolder()
        let environment = ["XDG_CONFIG_HOME": folder.url.path, "XDG_CONFIG_DIRS": "/nonexistent"]
        let settings = folder.path("thaiid")
        try FileManager.default.createDirectory(atPath: settings, withIntermediateDirectories: false)
        try "font = Loma\n".write(toFile: settings + "/config", atomically: false, encoding: .utf8)
        let former = try places(environment)
        let fault = SettingsFault(.file(settings + "/config", line: nil), .former(["[sheet]", "font = \"Loma\""]))
        #expect(throws: fault) { try Settings(former, former.files()) }
        try "[sheet]\nfont = \"Garuda\"".write(toFile: settings + "/config.toml", atomically: false, encoding: .utf8)
        #expect(try Settings(former, former.files()).text(.font) == "Garuda")
    }
}
