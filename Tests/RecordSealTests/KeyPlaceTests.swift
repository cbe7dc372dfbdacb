import Foundation
import Host
import RecordSeal
import TestSupport
import Testing

/// Where a register key is kept.
@Suite struct KeyPlaceTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func fileIsForItsOwnersEyesAndNotWrittenTwice() throws {
        let place = KeyPlace.file(folder.path("key"))
        try place.keep(Rings.root)
        #expect(try folder.mode("key") == 0o400)
        #expect(try place.load() == Rings.root)
        #expect(throws: KeyPlaceError.file(.exists(folder.path("key")))) { try place.keep(Rings.key(1)) }
        #expect(try place.load() == Rings.root)
        try place.keep(Rings.key(1), replaces: true)
        #expect(try place.load() == Rings.key(1))
        #expect(try folder.mode("key") == 0o400)
    }

    /// A missing key is an error, and no reason to make one.
    @Test func missingKeyIsNotMade() throws {
        let place = KeyPlace.file(folder.path("key"))
        #expect(throws: KeyPlaceError.file(.unreadable(folder.path("key"), .missing))) { try place.load() }
        #expect(try folder.names == [])
    }

    @Test(arguments: [0o440, 0o404, 0o420, 0o401, 0o666])
    func fileThatIsOpenToOthersIsRefused(_ mode: Int) throws {
        try KeyPlace.file(folder.path("key")).keep(Rings.root)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder.path("key"))
        #expect(throws: KeyPlaceError.openToOthers(folder.path("key"))) {
            try KeyPlace.file(folder.path("key")).load()
        }
    }

    @Test(arguments: [0, 31, 33, 64, 4_096])
    func fileOfAnotherSizeHoldsNoKey(_ count: Int) throws {
        try OutputFile(path: folder.path("key"), replaces: false).write(Array(repeating: 1, count: count))
        #expect(throws: KeyPlaceError.noKey(folder.path("key"))) { try KeyPlace.file(folder.path("key")).load() }
    }

    @Test func whatIsNoFileIsRefused() throws {
        try KeyPlace.file(folder.path("key")).keep(Rings.root)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("link"), withDestinationPath: folder.path("key"))
        #expect(throws: KeyPlaceError.self) { try KeyPlace.file(folder.path("link")).load() }
        #expect(throws: KeyPlaceError.file(.notFile(folder.url.path))) { try KeyPlace.file(folder.url.path).load() }
        try OutputFile(path: folder.path("long"), replaces: false).write(Array(repeating: 1, count: 4_097))
        #expect(throws: KeyPlaceError.file(.tooLarge(folder.path("long"), limit: 4_096))) {
            try KeyPlace.file(folder.path("long")).load()
        }
    }

    /// One test, since the environment is all tests' together.
    @Test func credentialIsWhatTheServiceManagerHandsOver() throws {
        unsetenv("CREDENTIALS_DIRECTORY")
        #expect(throws: KeyPlaceError.noCredentials) { try KeyPlace.credential("register").load() }
        setenv("CREDENTIALS_DIRECTORY", folder.url.path, 1)
        defer { unsetenv("CREDENTIALS_DIRECTORY") }
        #expect(throws: KeyPlaceError.file(.unreadable(folder.path("register"), .missing))) {
            try KeyPlace.credential("register").load()
        }
        #expect(throws: KeyPlaceError.notOurs("register")) { try KeyPlace.credential("register").keep(Rings.root) }
        try KeyPlace.file(folder.path("register")).keep(Rings.root)
        #expect(try KeyPlace.credential("register").load() == Rings.root)
        // systemd's access lists show as the group's bits.
        try FileManager.default.setAttributes([.posixPermissions: 0o440], ofItemAtPath: folder.path("register"))
        #expect(try KeyPlace.credential("register").load() == Rings.root)
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder.path("register"))
        #expect(throws: KeyPlaceError.openToOthers(folder.path("register"))) {
            try KeyPlace.credential("register").load()
        }
    }

    @Test func passphraseOpensTheKeyAndNoOtherDoes() throws {
        let place = KeyPlace.passphrase(file: folder.path("key"))
        #expect(place.needsPassphrase)
        #expect(!KeyPlace.file("key").needsPassphrase)
        #expect(throws: KeyPlaceError.needsPassphrase) { try place.keep(Rings.root) }
        #expect(throws: KeyPlaceError.shortPassphrase(least: 12)) { try place.keep(Rings.root, passphrase: "สิบเอ็ดตัว") }
        try place.keep(Rings.root, passphrase: "สี่คำที่ไม่มีใครเดาได้")
        #expect(try folder.mode("key") == 0o400)
        #expect(throws: KeyPlaceError.needsPassphrase) { try place.load() }
        #expect(try place.load(passphrase: "สี่คำที่ไม่มีใครเดาได้") == Rings.root)
        #expect(throws: KeyPlaceError.wrongPassphrase) { try place.load(passphrase: "สี่คำที่ไม่มีใครเดา") }
    }

    /// Made by the first version: it must open for as long as there are registers.
    @Test func fileOfOldOpensAsEver() throws {
        let bytes = try #require(GoldenBoxes.bytes(GoldenBoxes.passphraseFile))
        let place = KeyPlace.passphrase(file: folder.path("key"))
        try OutputFile(path: folder.path("key"), replaces: false).write(bytes)
        #expect(try place.load(passphrase: "correct horse battery staple") == Rings.root)
        try OutputFile(path: folder.path("key"), replaces: true).write([2] + bytes.dropFirst())
        #expect(throws: KeyPlaceError.noKey(folder.path("key"))) { try place.load(passphrase: "x") }
        try OutputFile(path: folder.path("key"), replaces: true).write(bytes.dropLast())
        #expect(throws: KeyPlaceError.noKey(folder.path("key"))) { try place.load(passphrase: "x") }
    }
}
