import Testing

@testable import Host

/// A file that hands something over without being on the disk.
@Suite struct MemoryFileTests {
    @Test(arguments: [0, 1, 1 << 20])
    func holdsWhatItWasGivenAndTakesNothingMore(_ count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let file = try MemoryFile.make(named: "test", holding: bytes)
        defer { Descriptor.close(file) }
        #expect(file > Descriptor.errors)
        #expect(Descriptor.read(file, capacity: count + 1) == bytes)
        #expect(!Descriptor.write([1], to: file))
        Descriptor.cut(file, to: 0)
        #expect(FileStatus(file)?.size == count)
    }
}
