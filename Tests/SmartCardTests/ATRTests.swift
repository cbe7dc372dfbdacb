import SmartCard
import TestSupport
import Testing

/// ISO/IEC 7816-3 §8.2: the answer to reset.
@Suite struct ATRTests {
    @Test(arguments: [
        ("3B6800005448204E49442036", "TH NID 6"), ("3B781800005448204E49442039", "TH NID 9"),
        ("3B791800005448204E4944203130", "TH NID 10"), ("3B799600005448204E4944203137", "TH NID 17"),
        ("3B799600FF5448204E4944203135", "TH NID 15"),
    ])
    func knownCardsSpellTheirName(_ hex: String, _ name: String) throws {
        let atr = ATR(try #require(Hex.decode(hex)))
        #expect(String(decoding: atr.historicalBytes, as: UTF8.self) == name)
        #expect(atr.protocols == [0])
        #expect(atr.description == hex)
    }

    @Test(
        arguments: [
            ("3B00", [0], 0), ("3B8001", [1], 0), ("3B80808080", [], 0), ("3BD018FF8191FE00", [0, 1], 0),
            ("3B8F8001804F0CA000000306030001000000006A", [0, 1], 15),
        ] as [(String, Set<UInt8>, Int)])
    func interfaceBytesAreWalked(_ hex: String, _ protocols: Set<UInt8>, _ historical: Int) throws {
        let atr = ATR(try #require(Hex.decode(hex)))
        #expect(atr.protocols == protocols)
        #expect(atr.historicalBytes.count == historical)
    }

    /// ISO/IEC 7816-3 §8.2.3: T=15 is no protocol, it introduces global interface bytes.
    @Test func fifteenIsNoProtocol() throws {
        let atr = ATR(try #require(Hex.decode("3BD018FF8191FE1FC3")))
        #expect(atr.protocols == [1])
    }

    @Test func everyPrefixHasAllItsHistoricalBytesOrNone() throws {
        let whole = try #require(Hex.decode("3B799600005448204E4944203137"))
        for count in 0..<whole.count {
            let atr = ATR(Array(whole.prefix(count)))
            #expect(atr.historicalBytes == [])
            #expect(atr.protocols == [])
            #expect(atr.bytes.count == count)
        }
    }

    @Test func anyBytesMakeAnATR() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<20_000 {
            let atr = ATR(random.bytes(Int.random(in: 0...40, using: &random)))
            #expect(atr.historicalBytes.count <= 15)
            #expect(atr.protocols.allSatisfy { $0 <= 15 })
        }
    }
}

@Suite struct HexTests {
    @Test func everyByteIsWrittenAndReadBackInEitherCase() {
        let bytes = Array(UInt8.min...UInt8.max)
        let text = Hex.encode(bytes)
        #expect(text.count == 512)
        #expect(text.hasPrefix("000102") && text.hasSuffix("FDFEFF"))
        #expect(Hex.decode(text) == bytes)
        #expect(Hex.decode(text.lowercased()) == bytes)
        #expect(Hex.decode("") == [])
    }

    @Test(arguments: ["0", "000", "0G", "G0", "00 00", "0x00", "-1", "٠٠", "ก", "00\n", "\u{0}0"])
    func anythingElseIsNoHex(_ text: String) {
        #expect(Hex.decode(text) == nil)
    }
}
