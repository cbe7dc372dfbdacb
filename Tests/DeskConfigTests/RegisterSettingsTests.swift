import TestSupport
import Testing

@testable import DeskConfig

/// The register's section: how it is read, and how it is written into a file that says something else, too.
@Suite struct RegisterSettingsTests {
    private static let path = "/etc/xdg/thaiid/config.toml"

    private static let settings: RegisterSettings = {
        var settings = RegisterSettings()
        (settings.store, settings.keyFile) = ("/var/lib/thaiid/ทะเบียน \"1\"", "/etc/thaiid/register.key")
        settings.purpose = "visit"
        return settings
    }()

    private func written(
        into text: String, replacing: Bool = false, _ settings: RegisterSettings = Self.settings
    ) throws -> String {
        String(decoding: try settings.text(into: Array(text.utf8), of: Self.path, replacing: replacing), as: UTF8.self)
    }

    private static let section = """
        [register]
        purpose = "visit"
        store = "/var/lib/thaiid/ทะเบียน \\"1\\""
        key-file = "/etc/thaiid/register.key"

        """

    @Test func everySettingHasItsMember() throws {
        #expect(Set(RegisterSettings.members.keys) == Set(SettingKey.allCases.filter(\.isOfRegister)))
        for key in SettingKey.allCases where key.isOfRegister {
            let file = SettingsFile(Array("[register]\n\(key.rawValue) = \(key.example)".utf8), of: Self.path)
            let settings = RegisterSettings(file.register)
            #expect(settings.settings.map(\.key) == [key])
            #expect(TOMLText.quoted(try #require(settings.settings.first).text) == key.example)
        }
    }

    @Test func keysAreInTheStoresFolderWhereNothingIsSaid() {
        var settings = RegisterSettings()
        #expect(settings.keys == nil)
        settings.store = "/srv/register"
        #expect(settings.keys == "/srv/register/keys.sqlite")
        settings.personKeys = "/keys/a"
        #expect(settings.keys == "/keys/a")
    }

    @Test(arguments: [
        "", "# nothing\n", "[sheet]\npurpose = \"ก\"\n", "[desk.a]\nregister = \"x\"", "[sheet]\n\n\n", "\n",
    ])
    func sectionIsAddedAtTheEnd(_ text: String) throws {
        let new = try written(into: text)
        let before = text.hasSuffix("\n") || text.isEmpty ? text : text + "\n"
        let gap = before.isEmpty || before.hasSuffix("\n\n") || before == "\n" ? "" : "\n"
        #expect(new == before + gap + Self.section)
    }

    @Test func sectionThatIsThereIsLeftUnlessItIsToBeReplaced() throws {
        let head = "[sheet]\npaper = \"a5\"\n\n"
        let tail = "\n# the lobby\n[desk.lobby]\nbeep = true\n"
        let old = head + "  [ register ] # by hand\nstore = \"/old\"\n# more\nsocket = \"/s\"\n" + tail
        #expect(throws: SettingsWriteError.isThere(.file(Self.path, line: 4))) { try written(into: old) }
        #expect(try written(into: old, replacing: true) == head + Self.section + tail)
        let new = try written(into: old, replacing: true)
        #expect(try written(into: new, replacing: true) == new)
    }

    @Test(arguments: [
        "register.store = \"/a\"\n", "register = { store = \"/a\" }\n", "[\"register\"]\nstore = \"/a\"\n",
        "[sheet]\npurpose = 'a'\n[register]\nstore = '''\n[desk]'''\n",
    ])
    func whatIsNoPlainSectionIsLeftAlone(_ text: String) {
        let file = SettingsFile(Array(text.utf8), of: Self.path)
        let error: SettingsWriteError = file.faults.first.map(SettingsWriteError.fault) ?? .notPlain(Self.path)
        #expect(throws: error) { try written(into: text, replacing: true) }
    }

    @Test(arguments: ["[sheet]\npapr = 1\n", "[sheet\n", "\u{0}"])
    func fileThatIsNotUnderstoodIsLeftAlone(_ text: String) throws {
        let fault = try #require(SettingsFile(Array(text.utf8), of: Self.path).faults.first)
        #expect(throws: SettingsWriteError.fault(fault)) { try written(into: text) }
    }

    /// A text of several lines may look like anything.
    @Test func textThatLooksLikeASectionIsNone() throws {
        let text = "[desk.a]\nexec = \"/bin/a\"\n[register]\nstore = \"/a\"\n"
        let new = try written(into: text, replacing: true)
        #expect(new == "[desk.a]\nexec = \"/bin/a\"\n\n" + Self.section)
    }

    @Test func filesAreRelativeToTheFileThatNamesThem() throws {
        var settings = RegisterSettings()
        (settings.store, settings.credential) = ("register", "key")
        let new = try written(into: "", settings)
        let read = RegisterSettings(SettingsFile(Array(new.utf8), of: Self.path).register)
        #expect(read.store == "/etc/xdg/thaiid/register" && read.credential == "key")
    }

    @Test func fileIsWrittenAndReadAgain() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("new/config.toml")
        try Self.settings.write(to: path, replacing: false)
        #expect(try RegisterSettings.load(file: path) == Self.settings)
        #expect(throws: SettingsWriteError.isThere(.file(path, line: 1))) {
            try Self.settings.write(to: path, replacing: false)
        }
        var other = Self.settings
        other.socket = "/run/thaiid.sock"
        try other.write(to: path, replacing: true)
        #expect(try RegisterSettings.load(file: path) == other)
    }

    @Test func firstFileComesFirst() throws {
        let files = ["[register]\nstore = \"/a\"", "[register]\nstore = \"/b\"\nsocket = \"/s\""]
            .map { SettingsFile(Array($0.utf8), of: Self.path) }
        let settings = RegisterSettings(SettingsFile.register(of: files))
        #expect(settings.store == "/a" && settings.socket == "/s")
    }
}
