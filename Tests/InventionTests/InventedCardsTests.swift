import CardSources
import CardTrace
import Invention
import SmartCard
import Testing
import ThaiIDCard
import VirtualCard

/// A hundred cards at a time: that they are what they always were, say what they are meant to say,
/// and can be read.
@Suite struct InventedCardsTests {
    /// A hundred people of seed 1, and a hash over their cards.
    struct Hundred: Sendable, CustomTestStringConvertible {
        let isOdd: Bool
        let number: Int
        let hash: UInt64
        /// Portraits know nothing of one another: a few hundred tell whether they stay.
        var hasPortraits: Bool { number < 3 }
        var testDescription: String { "\(isOdd ? "odd" : "plain") people from \(number * 100) on" }
    }

    @Test(arguments: hundreds)
    func cardsStayAndCanBeRead(_ hundred: Hundred) throws {
        let people = InventedPeople(seed: 1, odd: hundred.isOdd, portraits: hundred.hasPortraits)
        var hash = Hash()
        for person in people.dropFirst(hundred.number * 100).prefix(100) {
            hash.add(person)
            #expect(IDCard(person.image) == person.card)
            let request = ReadRequest(Field.all, acceptsBadCheckDigit: hundred.isOdd)
            let reading = try CardReader.read(request, over: person.virtualCard)
            #expect(reading.card == person.card, "person \(person.index)")
            if !hundred.isOdd {
                // Born in a year that began on 1 April, one may well be.
                #expect(person.card.warnings.allSatisfy { $0.code == "date.old-year" && $0.field == "birthDate" })
                #expect(person.oddities == [] && !person.answersAtOnce)
                #expect((person.card.photo.value?.header?.width == 148) == hundred.hasPortraits)
            }
            #expect(person.atr.looksLikeThaiID)
        }
        // Where this fails, the same seed no longer gives the same people. See `InventedPeople`.
        #expect(hash.value == hundred.hash, "\(String(hash.value, radix: 16))")
    }

    @Test func recordingOfAnInventedCardReplays() throws {
        let person = InventedPeople(seed: 1)[0]
        let recorder = RecordingChannel(person.virtualCard, recordedAt: nil, reader: nil)
        _ = try CardReader.read(ReadRequest(Field.all), over: recorder)
        let replay = ReplayChannel(try Trace(parsing: Array(recorder.trace.text.utf8)))
        #expect(try CardReader.read(ReadRequest(Field.all), over: replay).card == person.card)
    }

    private static let hundreds = zip([false, true], [plainHashes, oddHashes]).flatMap { isOdd, hashes in
        hashes.enumerated().map { Hundred(isOdd: isOdd, number: $0, hash: $1) }
    }

    private static let plainHashes: [UInt64] = [
        0x4699_2A1D_C60C_A89D, 0x8111_4EB2_5A09_6489, 0x93F0_261F_F283_A91F, 0x7EEA_0644_5B49_A270,
        0x152C_9049_326D_6849, 0x7B0F_FF8B_64E6_3E98, 0x1411_E444_C55C_879E, 0x3E06_08E4_CC1E_F643,
        0xA3FE_7271_4EB7_5348, 0x066C_7C7F_3951_B3B6,
    ]

    private static let oddHashes: [UInt64] = [
        0xA38E_2C99_04B7_4110, 0x5B4B_6B32_2EF1_1479, 0x7FB5_F4BC_5488_E47B, 0x3576_3F73_CDD7_8FDD,
        0x57C7_2551_5588_0DA5, 0x6CD0_6E84_BA1C_0C0A, 0x038D_D6C6_6017_0EF6, 0xFE24_7841_95E1_A06A,
        0x7C97_D39C_AAD3_66B0, 0x3709_1C72_25F5_7E8B,
    ]
}

/// FNV-1a, 64 bits wide, over all that a person's card is.
private struct Hash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ person: InventedPerson) {
        for applet in Applet.allCases {
            add(applet.rawValue.utf8)
            for range in person.image[applet].known.ranges {
                if let bytes = person.image[applet][range] { add(bytes) }
            }
            if person.image.absent.contains(applet) { add("absent".utf8) }
            if person.image.failures[applet] != nil { add("failing".utf8) }
        }
        add(person.atr.bytes)
        add((person.answersAtOnce ? "at once" : "get response").utf8)
    }

    private mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
}
