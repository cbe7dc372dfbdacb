import Crypto
import Host
import TestSupport
import Testing

@testable import FrontDesk

/// Files of sealed frames.
@Suite struct SealedFileTests {
    private let folder: TemporaryFolder
    private let key = SymmetricKey(data: [UInt8](repeating: 7, count: 32))
    private static let texts = [Array("one".utf8), Array("two".utf8), [UInt8](repeating: 1, count: 9_000)]

    init() throws { folder = try TemporaryFolder() }

    private func make(_ texts: [[UInt8]] = texts, _ name: String = "a") throws -> [UInt8] {
        let path = folder.path(name)
        let bytes = try #require(SealedFile.bytes(texts, for: path, key: key))
        try OutputFile(path: path, replaces: true).write(bytes)
        return bytes
    }

    private func frames(_ name: String = "a", key other: SymmetricKey? = nil) throws -> [[UInt8]]? {
        try SealedFile(folder.path(name), key: other ?? key)?.frames
    }

    @Test func whatWasSealedComesBack() throws {
        let bytes = try make()
        #expect(try frames() == Self.texts)
        #expect(!bytes.indices.contains { bytes[$0...].starts(with: Self.texts[0]) })
    }

    @Test func framesAreAddedBehindTheLastWholeOne() throws {
        let whole = try make([Self.texts[0]])
        for cut in 1..<whole.count {
            let torn = try #require(SealedFile.bytes(Self.texts, for: folder.path("a"), key: key))[
                ..<(whole.count + cut)]
            try OutputFile(path: folder.path("a"), replaces: true).write(Array(torn))
            let file = try #require(try SealedFile(folder.path("a"), key: key))
            #expect(file.frames == [Self.texts[0]], "a frame of which a crash left \(cut) bytes is not there")
            try file.append(Self.texts[2])
        }
        #expect(try frames() == [Self.texts[0], Self.texts[2]])
    }

    @Test func noFrameStandsInForAnother() throws {
        let two = try make([Self.texts[0], Self.texts[1]])
        let one = try make([Self.texts[0]])
        try OutputFile(path: folder.path("a"), replaces: true).write(Array(two[one.count...] + one))
        #expect(try frames() == [], "in another order")
        try OutputFile(path: folder.path("b"), replaces: true).write(two)
        #expect(try frames("b") == [], "under another name")
        try OutputFile(path: folder.path("a"), replaces: true).write(two)
        #expect(try frames(key: SymmetricKey(data: [UInt8](repeating: 8, count: 32))) == [], "with another key")
    }

    @Test func everyChangedByteIsNoticed() throws {
        let bytes = try make([Self.texts[0]])
        for place in bytes.indices {
            var changed = bytes
            changed[place] ^= 1
            try OutputFile(path: folder.path("a"), replaces: true).write(changed)
            #expect(try frames() == [], "byte \(place)")
        }
    }

    @Test func oneAtATimeHasIt() throws {
        _ = try make()
        let mine = try #require(try SealedFile(folder.path("a"), key: key))
        #expect(try frames() == nil)
        #expect(mine.frames.count == 3)
    }
}
