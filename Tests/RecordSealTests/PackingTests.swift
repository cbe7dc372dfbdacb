import CardRecord
import Crypto
import Foundation
import TestSupport
import Testing

@testable import RecordSeal

/// Records, made small by what most of them hold.
@Suite struct PackingTests {
    /// Of a record without its picture, which is kept by itself.
    private static let records = Fixtures.names.compactMap { name -> (String, [UInt8])? in
        let path = Fixtures.folder.appendingPathComponent("\(name).json")
        guard let bytes = try? Array(Data(contentsOf: path)), let record = JSONValue(parsing: bytes),
            record["error"] == nil
        else { return nil }
        return (name, Array(record.without("base64").line.utf8))
    }

    @Test func whatIsPackedUnpacks() {
        var generator = SeededGenerator(seed: 4)
        #expect(Self.records.count > 20)
        for (_, record) in Self.records { #expect(Packing.unpack(Packing.pack(record)) == record) }
        for count in [0, 1, 2, 300, 4_096, 4_097, 9_000, 70_000] {
            let bytes = generator.bytes(count)
            #expect(Packing.unpack(Packing.pack(bytes)) == bytes)
            let zeros = [UInt8](repeating: 0, count: count)
            #expect(Packing.unpack(Packing.pack(zeros)) == zeros)
        }
    }

    /// A record with its chip is a third of what it was: half a kilobyte, box and all.
    @Test(arguments: ["ordinary", "middle-name", "rural", "three-slots", "lifelong", "no-photo"])
    func recordTakesHalfAKilobyte(_ name: String) throws {
        let (key, _) = Rings.new().0.newPersonKey(for: Rings.id(1), block: 1)
        let record = try #require(Self.records.first { $0.0 == name }).1
        let box = key.seal(record, table: "observation", row: Rings.id(2), packing: true)
        #expect(box.count <= 512, "\(name): \(record.count) bytes, packed \(Packing.pack(record).count)")
    }

    /// A box is opened with the dictionary that it was packed with, or never.
    @Test func dictionaryIsFrozen() {
        let hash = SHA256.hash(data: PackageResources.packing_1_dictionary)
        #expect(
            hash.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
                == "e2ae8ab5fcc919e7ffdd5b407c4ba630b6bae4ca84e23f68544566657773cb33")
    }

    @Test func whatWasNotPackedHereIsTold() throws {
        let packed = Packing.pack(try #require(Self.records.first).1)
        #expect((0..<packed.count).filter { Packing.unpack(Array(packed.prefix($0))) != nil } == [])
        #expect(Packing.unpack(packed + [0]) == nil)
        var generator = SeededGenerator(seed: 5)
        for count in 0..<500 { _ = Packing.unpack(generator.bytes(count)) }
        let large = Deflate.packed(Array(repeating: 0, count: 1 << 20), dictionary: [1])
        #expect(large.count < 2_000)
        #expect(Deflate.unpacked(large, dictionary: [1], limit: 1 << 20)?.count == 1 << 20)
        #expect(Deflate.unpacked(large, dictionary: [1], limit: 1 << 20 - 1) == nil)
    }
}

extension JSONValue {
    /// Without all members of this name, however deep.
    fileprivate func without(_ name: String) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(
            members.filter { $0.name != name }.map { Member(name: $0.name, value: $0.value.without(name)) })
    }
}
