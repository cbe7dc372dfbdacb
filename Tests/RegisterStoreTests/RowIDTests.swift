import RegisterStore
import TestSupport
import Testing

@Suite struct RowIDTests {
    @Test func hasSixteenBytes() {
        for count in [0, 1, 15, 17, 32] { #expect(RowID([UInt8](repeating: 1, count: count)) == nil) }
        #expect(RowID([UInt8](0..<16))?.bytes == [UInt8](0..<16))
    }

    @Test func readsAndWritesTheTextForm() throws {
        let text = "0192f0c1-7b2a-7abc-8def-0123456789ab"
        let id = try #require(RowID(text: text))
        #expect(id.text == text)
        #expect(RowID(text: text.uppercased()) == id)
        #expect(id.bytes.first == 0x01 && id.bytes.last == 0xAB)
        for wrong in [
            "", "-", "0192f0c17b2a7abc8def0123456789ab", text + "0", String(text.dropLast()), "g" + text.dropFirst(),
            "{\(text)}", "๐192f0c1-7b2a-7abc-8def-0123456789ab", "-192f0c1-7b2a-7abc-8def-0123456789ab",
        ] { #expect(RowID(text: wrong) == nil, "\(wrong)") }
    }

    @Test func everyIDComesBackFromItsTextAndBytes() {
        var generator = SeededGenerator(seed: 12)
        for _ in 0..<1_000 {
            let id = RowID(generator.bytes(16))
            #expect(id != nil && id.flatMap { RowID(text: $0.text) } == id && id.flatMap { RowID($0.bytes) } == id)
        }
    }

    @Test func isOrderedAsItsBytesAre() {
        var generator = SeededGenerator(seed: 13)
        for _ in 0..<1_000 {
            let (one, other) = (generator.bytes(16), generator.bytes(16))
            guard let first = RowID(one), let second = RowID(other) else { continue }
            #expect((first < second) == one.lexicographicallyPrecedes(other))
        }
    }

    /// RFC 9562, 5.7: 48 bits of milliseconds, version 7, variant 10.
    @Test func aNewOneTellsItsTime() {
        let micros: Int64 = 1_764_140_000_123_456
        let ids = (0..<100).map { _ in RowID.new(at: micros) }
        #expect(Set(ids).count == 100)
        for id in ids {
            #expect(id.bytes.prefix(6).reduce(0) { $0 << 8 | Int64($1) } == micros / 1_000)
            #expect(id.bytes[6] >> 4 == 7 && id.bytes[8] >> 6 == 0b10)
        }
        #expect(RowID.new(at: micros) < RowID.new(at: micros + 1))
        #expect(RowID.new(at: -1) < RowID.new(at: micros))
    }

    @Test func laterOnesComeLater() {
        var generator = SeededGenerator(seed: 14)
        for _ in 0..<1_000 {
            let (one, other) = (
                Int64.random(in: 0..<1 << 50, using: &generator), Int64.random(in: 0..<1 << 50, using: &generator)
            )
            guard one != other else { continue }
            #expect((RowID.new(at: one) < RowID.new(at: other)) == (one < other))
        }
    }
}
