import SmartCard
import TestSupport
import Testing

/// ISO/IEC 7816-4 §5.1: the four cases of a short command.
@Suite struct CommandAPDUTests {
    @Test(arguments: [
        (CommandAPDU(0x00, 0xA4, 0x04, 0x00), "00A40400"),
        (CommandAPDU(0x00, 0xC0, 0x00, 0x00, expecting: 10), "00C000000A"),
        (CommandAPDU(0x80, 0xB0, 0x15, 0x79, data: [0x00, 0xAE]), "80B015790200AE"),
        (CommandAPDU(0x80, 0x20, 0x01, 0x02, data: [0x03], expecting: 4), "80200102010304"),
        (CommandAPDU(0x00, 0xC0, 0x00, 0x00, expecting: 256), "00C0000000"),
    ])
    func caseIsWrittenAndReadBack(_ command: CommandAPDU, _ hex: String) throws {
        #expect(command.description == hex)
        #expect(try CommandAPDU(bytes: command.bytes) == command)
    }

    @Test func longestCommandIsWrittenAndReadBack() throws {
        let command = CommandAPDU(0x00, 0xD6, 0xFF, 0xFF, data: [UInt8](repeating: 0x20, count: 255), expecting: 256)
        #expect(command.bytes.count == 261)
        #expect(try CommandAPDU(bytes: command.bytes) == command)
    }

    @Test(arguments: 0..<4)
    func fewerBytesThanTheHeaderAreNoCommand(_ count: Int) {
        #expect(throws: MalformedAPDU.tooShort(count: count)) {
            try CommandAPDU(bytes: [UInt8](repeating: 0, count: count))
        }
    }

    @Test(arguments: [
        ("80B000000200", 2), ("80B0000002000A0B0C", 2), ("80B00000000A", 0), ("80B0000000000A", 0),
        ("80B00000FF00", 255),
    ])
    func lengthByteThatDoesNotFitIsNoCommand(_ hex: String, _ announced: Int) throws {
        let bytes = try #require(Hex.decode(hex))
        #expect(throws: MalformedAPDU.wrongLength(count: bytes.count, announced: announced)) {
            try CommandAPDU(bytes: bytes)
        }
    }

    @Test func everyPrefixOfACommandIsJudged() {
        let whole = CommandAPDU(0x00, 0xA4, 0x04, 0x00, data: [0xA0, 0, 0, 0, 0x54, 0x48, 0, 1], expecting: 10).bytes
        let accepted = (0...whole.count).filter { (try? CommandAPDU(bytes: Array(whole.prefix($0)))) != nil }
        #expect(accepted == [4, 5, 13, 14])
    }

    @Test func whateverIsReadIsWrittenTheSame() {
        var random = SeededGenerator(seed: 1)
        var accepted = 0
        for _ in 0..<20_000 {
            var bytes = random.bytes(Int.random(in: 0...300, using: &random))
            if bytes.count > 5, Bool.random(using: &random) {
                bytes[4] = UInt8(truncatingIfNeeded: bytes.count - 5 - Int.random(in: 0...1, using: &random))
            }
            guard let command = try? CommandAPDU(bytes: bytes) else { continue }
            accepted += 1
            #expect(command.bytes == bytes)
        }
        #expect(accepted > 1000)
    }

    @Test func selectCarriesTheIdentifierAndNoLe() {
        let storage = ApplicationID([0xA0, 0x00, 0x00, 0x00, 0x54, 0x48, 0x00, 0x01])
        #expect(CommandAPDU.select(storage).description == "00A4040008A000000054480001")
        #expect(CommandAPDU.select(ApplicationID([])).description == "00A40400")
    }

    @Test func getResponseAsksForTheCountThatWasAnnounced() {
        #expect(CommandAPDU.getResponse(255).description == "00C00000FF")
        #expect(CommandAPDU.getResponse(256).description == "00C0000000")
        #expect(CommandAPDU.getResponse(10, p2: 0x01).description == "00C000010A")
    }

    @Test func expectingChangesNothingButLe() {
        let command = CommandAPDU(0x80, 0xCA, 0x9F, 0x7F)
        #expect(command.expecting(0x2D).description == "80CA9F7F2D")
        #expect(command.expecting(0x2D).expecting(1).description == "80CA9F7F01")
    }
}
