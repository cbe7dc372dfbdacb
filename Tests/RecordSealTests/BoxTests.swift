import Crypto
import RegisterStore
import TestSupport
import Testing

@testable import RecordSeal

/// Boxes: whatever is done to one, nothing comes out of it but what went in.
@Suite struct BoxTests {
    private static let text = Array("นายทดสอบ ตัวอย่าง 1000000000009".utf8)
    private let key = BoxKey(key: SymmetricKey(data: Rings.root.bytes), store: Rings.store, generation: 0x0102)
    private let row = Rings.id(1).bytes

    @Test(arguments: BoxForm.allCases, BoxKey.Algorithm.allCases)
    func whatGoesInComesOut(_ form: BoxForm, _ algorithm: BoxKey.Algorithm) throws {
        var generator = SeededGenerator(seed: 2)
        for count in [0, 1, 2, 15, 16, 223, 224, 225, 255, 256, 257, 7_000, 70_000] {
            for bytes in [
                generator.bytes(count), Array(repeating: 0, count: count), Array(repeating: 0x80, count: count),
            ] {
                let box = key.seal(bytes, form, table: "t", row: row, by: algorithm)
                #expect(box[0] == algorithm.rawValue)
                #expect(Array(box[2..<4]) == [1, 2])
                #expect(BoxKey.generation(of: box) == 0x0102)
                #expect(box.count == bytes.count + BoxKey.overhead || form != .bare)
                #expect(box.count.isMultiple(of: BoxForm.unit) || form == .bare)
                #expect(try key.open(box, table: "t", row: row) == bytes)
            }
        }
    }

    @Test func noTwoBoxesAreAlike() {
        let boxes = (0..<100).map { _ in key.seal(Self.text, .padded, table: "t", row: row) }
        #expect(Set(boxes).count == 100)
        #expect(Set(boxes.map { Array($0[4..<16]) }).count == 100)
    }

    @Test(arguments: BoxForm.allCases, BoxKey.Algorithm.allCases)
    func eachChangedBitIsFound(_ form: BoxForm, _ algorithm: BoxKey.Algorithm) {
        let box = key.seal(Self.text, form, table: "t", row: row, by: algorithm)
        let missed = (0..<box.count * 8).filter { bit in
            var changed = box
            changed[bit / 8] ^= 1 << (bit % 8)
            let outcome = outcome { try key.open(changed, table: "t", row: row) }
            return outcome != .failure(.damaged) && (outcome != .failure(.newer) || bit >= 16)
        }
        #expect(missed == [])
    }

    @Test(arguments: BoxForm.allCases)
    func nothingButTheWholeBoxOpens(_ form: BoxForm) {
        let box = key.seal(Self.text, form, table: "t", row: row)
        let opened = (0..<box.count).filter { count in
            let first = outcome { try key.open(Array(box.prefix(count)), table: "t", row: row) }
            let last = outcome { try key.open(Array(box.suffix(count)), table: "t", row: row) }
            return first != .failure(.damaged) || (last != .failure(.damaged) && last != .failure(.newer))
        }
        #expect(opened == [])
        #expect(outcome { try key.open(box + [0], table: "t", row: row) } == .failure(.damaged))
        #expect(outcome { try key.open(box + box, table: "t", row: row) } == .failure(.damaged))
    }

    @Test func boxOpensInItsOwnPlaceAlone() {
        let box = key.seal(Self.text, .padded, table: "table", row: row)
        let damaged = Result<[UInt8], SealError>.failure(.damaged)
        #expect(outcome { try key.open(box, table: "table", row: row) } == .success(Self.text))
        #expect(outcome { try key.open(box, table: "tabl", row: Array("e".utf8) + row) } == damaged)
        #expect(outcome { try key.open(box, table: "", row: row) } == damaged)
        #expect(outcome { try key.open(box, table: "table", row: []) } == damaged)
        for bit in 0..<128 {
            var other = row
            other[bit / 8] ^= 1 << (bit % 8)
            #expect(outcome { try key.open(box, table: "table", row: other) } == damaged)
        }
        let elsewhere = BoxKey(key: key.key, store: Rings.id(2), generation: 0x0102)
        #expect(outcome { try elsewhere.open(box, table: "table", row: row) } == damaged)
        for generation in [0, 1, 0x0103, 0xFFFF] {
            var moved = box
            (moved[2], moved[3]) = (UInt8(generation >> 8), UInt8(generation & 0xFF))
            #expect(outcome { try key.open(moved, table: "table", row: row) } == damaged)
        }
    }

    @Test func rowsOfOneTableCannotStandForOneAnother() throws {
        let (ring, _) = Rings.new()
        let (_, row) = ring.newPersonKey(for: Rings.id(1), block: 1)
        let stolen = PersonKeyRow(person: Rings.id(2), generation: 1, wrapped: row.wrapped, block: 1)
        #expect(throws: SealError.damaged) { try ring.personKey(stolen) }
        #expect(throws: SealError.damaged) { try ring.rewrap(stolen) }
        let block = ring.sealBlock(Self.text, id: 7)
        #expect(throws: SealError.damaged) { try ring.openBlock(BlockRow(id: 8, generation: 1, sealed: block.sealed)) }
        #expect(throws: SealError.generation(2)) {
            try ring.openBlock(BlockRow(id: 7, generation: 2, sealed: block.sealed))
        }
        let (both, _) = ring.addingGeneration()
        #expect(throws: SealError.damaged) {
            try both.openBlock(BlockRow(id: 7, generation: 2, sealed: block.sealed))
        }
        #expect(throws: SealError.damaged) {
            try both.personKey(PersonKeyRow(person: row.person, generation: 2, wrapped: row.wrapped, block: 1))
        }
    }

    @Test func whatIsNoBoxIsAnError() {
        var generator = SeededGenerator(seed: 3)
        for count in 0..<600 {
            var bytes = generator.bytes(count)
            if count > 1 { (bytes[0], bytes[1]) = (UInt8(1 + count % 2), UInt8(count % 3)) }
            #expect(outcome { try key.open(bytes, table: "t", row: row) } == .failure(.damaged))
        }
        #expect(outcome { try key.open(Array(repeating: 0, count: 64), table: "t", row: row) } == .failure(.newer))
        #expect(
            outcome { try key.open([1, 3] + Array(repeating: 0, count: 64), table: "t", row: row) } == .failure(.newer))
    }
}
