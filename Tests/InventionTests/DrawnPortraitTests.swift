import Invention
import Testing
import ThaiIDCard
import VirtualCard

/// Portraits as files: their length, and every marker of ISO/IEC 10918-1 Annex B in its place.
@Suite struct DrawnPortraitTests {
    /// Some lengths from the shortest to the longest, and many where what a comment needs matters most.
    private static let lengths =
        Array(DrawnPortrait.shortest...(DrawnPortrait.shortest + 40))
        + Array(stride(from: 530, through: DrawnPortrait.longest, by: 37)) + [5117, 5118]

    @Test(arguments: lengths)
    func fileHasTheLengthAndTheMarkersOfACardsPhoto(_ length: Int) throws {
        let portrait = DrawnPortrait(seed: UInt64(length) &* 0x9E37_79B9_7F4A_7C15)
        let file = try #require(portrait.jpeg(byteCount: length))
        #expect(file.count == length)
        #expect(file.prefix(20).elementsEqual(Self.start))
        let header = try #require(JPEGHeader(file))
        #expect((header.width, header.height) == (148, 178))
        let segments = try #require(Segments(file))
        #expect(segments.count(0xC0) == 1)
        #expect(segments.first(0xC0)?.prefix(6) == [8, 0x00, 0xB2, 0x00, 0x94, 3])
        #expect(segments.count(0xDA) == 1)
        #expect(segments.markers.first == 0xE0 && segments.markers.last == 0xDA)
        #expect(segments.markers.allSatisfy { [0xE0, 0xFE, 0xDB, 0xC0, 0xC4, 0xDA].contains($0) })
        #expect(segments.endsWithTheScan)
    }

    @Test func photoOfTheLengthIsBelievedByAReader() throws {
        var card = SampleCard.card
        for length in [480, 2600, 5118] {
            let file = try #require(DrawnPortrait(seed: 1).jpeg(byteCount: length))
            card.photo = .value(Photo(jpeg: file))
            let read = IDCard(try card.image())
            #expect(read.photo == card.photo)
            #expect(read.warnings == [])
        }
    }

    @Test func noPhotoIsLongerThanTheCardsRoom() {
        #expect(DrawnPortrait(seed: 1).jpeg(byteCount: DrawnPortrait.longest + 1) == nil)
    }

    @Test func whatIsTooShortForAnyPortraitIsNone() {
        for length in [-1, 0, 4, 300, 350] { #expect(DrawnPortrait(seed: 1).jpeg(byteCount: length) == nil) }
    }

    @Test func portraitsDiffer() {
        let files = (0..<60 as Range<UInt64>).compactMap { DrawnPortrait(seed: $0).jpeg(byteCount: 3000) }
        #expect(Set(files).count == 60)
    }

    @Test func portraitIsTheSameEveryTime() {
        let one = DrawnPortrait(seed: 7, sex: .female, age: 70).jpeg(byteCount: 4321)
        let other = DrawnPortrait(seed: 7, sex: .female, age: 70).jpeg(byteCount: 4321)
        #expect(one == other)
        #expect(one != DrawnPortrait(seed: 7, sex: .male, age: 70).jpeg(byteCount: 4321))
    }

    /// What photos on cards begin with: JFIF 1.01, 96 dots an inch, no thumbnail.
    private static let start: [UInt8] = [
        0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, 0x4A, 0x46, 0x49, 0x46, 0x00, 0x01, 0x01, 0x01, 0x00, 0x60, 0x00, 0x60,
        0x00, 0x00,
    ]
}

/// A JPEG file's marker segments up to its scan, walked without a look at what they mean.
private struct Segments {
    private(set) var markers: [UInt8] = []
    private var contents: [[UInt8]] = []
    /// Whether nothing but the scan follows, without a marker in it, and then the end marker.
    let endsWithTheScan: Bool

    /// Walks a file; `nil` where a marker is not where the last segment ends.
    init?(_ file: [UInt8]) {
        var index = 2
        while markers.last != 0xDA {
            guard index + 4 <= file.count, file[index] == 0xFF else { return nil }
            let length = Int(file[index + 2]) << 8 | Int(file[index + 3])
            guard length >= 2, index + 2 + length <= file.count else { return nil }
            markers.append(file[index + 1])
            contents.append(Array(file[(index + 4)..<(index + 2 + length)]))
            index += 2 + length
        }
        let scan = file[index...].dropLast(2)
        let escaped = zip(scan, scan.dropFirst()).allSatisfy { $0 != 0xFF || $1 == 0x00 }
        endsWithTheScan = escaped && scan.last != 0xFF && file.suffix(2) == [0xFF, 0xD9]
    }

    func count(_ marker: UInt8) -> Int { markers.count { $0 == marker } }

    func first(_ marker: UInt8) -> [UInt8]? { zip(markers, contents).first { $0.0 == marker }?.1 }
}
