import TestSupport
import Testing

@testable import ThaiIDCard

/// Where the photo ends: by its length word where both ends of the file bear that out, else by the
/// end marker that only padding follows.
@Suite struct PhotoTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        var area: [UInt8]
        let photo: [UInt8]?
        var warnings: [String] = []
        var isMalformed = false
        var testDescription: String { name }

        /// An area with a length word and a file, filled up.
        init(
            _ name: String, length: Int, file: [UInt8], padding: UInt8 = 0x20, is photo: [UInt8]?,
            warnings: [String] = [], isMalformed: Bool = false
        ) {
            self.name = name
            area = [UInt8(length >> 8 & 0xFF), UInt8(length & 0xFF)] + file
            area += [UInt8](repeating: padding, count: max(0, 5120 - area.count))
            self.photo = photo
            self.warnings = warnings
            self.isMalformed = isMalformed
        }
    }

    private static let file = TestCard.photo(1000).jpeg
    private static let full = TestCard.photo(5118).jpeg
    private static let smallest: [UInt8] = [0xFF, 0xD8, 0xFF, 0xD9]

    static let cases = [
        Case("right length", length: 1000, file: file, is: file),
        Case("right length, NULs behind", length: 1000, file: file, padding: 0, is: file),
        Case("full area", length: 5118, file: full, is: full),
        Case("smallest file", length: 4, file: smallest, is: smallest),
        Case("garbage behind the stated end", length: 4, file: smallest + [0x41, 0xFF, 0xD9, 0x42], is: smallest),
        Case("length 0", length: 0, file: file, is: file, warnings: ["photo.length"]),
        Case("length too short", length: 999, file: file, is: file, warnings: ["photo.length"]),
        Case("length too long", length: 1001, file: file, is: file, warnings: ["photo.length"]),
        Case("length of the area and more", length: 5119, file: file, is: file, warnings: ["photo.length"]),
        Case("length FFFF", length: 0xFFFF, file: full, is: full, warnings: ["photo.length"]),
        Case("length of spaces", length: 0x2020, file: file, is: file, warnings: ["photo.length"]),
        Case("length 0, NULs behind", length: 0, file: file, padding: 0, is: file, warnings: ["photo.length"]),
        Case("length 0, full area", length: 0, file: full, is: full, warnings: ["photo.length"]),
        Case("blank, spaces", length: 0x2020, file: [], is: nil),
        Case("blank, NULs", length: 0, file: [], padding: 0, is: nil),
        Case("length 0, spaces", length: 0, file: [], is: nil),
        Case(
            "no end marker", length: 1000, file: Array(file.dropLast(2)), is: nil, warnings: failed, isMalformed: true),
        Case(
            "half an end marker", length: 1000, file: Array(file.dropLast()), is: nil, warnings: failed,
            isMalformed: true),
        Case("no start", length: 1000, file: [0x00] + file.dropFirst(), is: nil, warnings: failed, isMalformed: true),
        Case("length without a file", length: 1000, file: [], is: nil, warnings: failed, isMalformed: true),
        Case("length FFFF, spaces", length: 0xFFFF, file: [], is: nil, warnings: failed, isMalformed: true),
        Case("text", length: 0, file: Array("ABC".utf8), is: nil, warnings: failed, isMalformed: true),
        Case("end marker alone", length: 2, file: [0xFF, 0xD9], is: nil, warnings: failed, isMalformed: true),
    ]

    private static let failed = ["field.failed"]

    @Test(arguments: cases)
    func photoIsWhatBothEndsBearOut(_ example: Case) throws {
        let reading = try FieldReading("photo", example.area)
        if example.isMalformed {
            #expect(reading.card.photo == .failed(.malformed))
        } else {
            #expect(reading.card.photo == (example.photo.map { .value(Photo(jpeg: $0)) } ?? .blank))
        }
        #expect(reading.warnings == example.warnings)
    }

    /// What a reader does that fetches only what the plan asks for must come to the same.
    @Test(arguments: cases)
    func noMoreIsFetchedThanIsNeeded(_ example: Case) throws {
        let field = try #require(Field.named("photo"))
        var known = SparseBytes()
        var steps = 0
        while let step = ReadPlan([field], of: .storage).next(after: known) {
            steps += 1
            try #require(steps <= 21)
            #expect(field.span.contains(step.span.lowerBound) && step.span.upperBound <= field.span.upperBound)
            let start = step.span.lowerBound - field.span.lowerBound
            known.write(example.area[start..<(start + step.span.count)], at: step.span.lowerBound)
        }
        var image = CardImage()
        image[.storage] = known
        let card = IDCard(image, fields: [field])
        let whole = try FieldReading("photo", example.area)
        #expect(card.photo == whole.card.photo)
        #expect(card.warnings == whole.card.warnings)
        if let photo = example.photo {
            let isBelieved = example.warnings.isEmpty
            #expect(known.known.count <= 2 + photo.count + (isBelieved ? max(0, 255 - photo.count) : 256))
        } else if !example.isMalformed {
            #expect(steps == 1)
        }
    }

    /// Nothing, one byte, all but one byte, everything: no count of bytes makes it stumble.
    @Test(arguments: cases)
    func everyPrefixOfAnAreaIsJudgedWithinIt(_ example: Case) {
        let lengths =
            Array(0...300) + Array(stride(from: 300, to: 5120, by: 53)) + [999, 1000, 1001, 1002, 1003, 5119, 5120]
        for count in lengths {
            let area = PhotoArea(example.area[..<count], count: 5120)
            #expect((0...5120).contains(area.extent), "\(count) bytes")
            if let image = area.statedImage ?? area.markedImage { #expect(image.count <= 5118) }
        }
    }

    @Test func anyAreaIsJudgedWithinIt() {
        var random = SeededGenerator(seed: 10)
        let likely: [UInt8] = [0x00, 0x20, 0xFF, 0xD8, 0xD9]
        for _ in 0..<5000 {
            let count = Int.random(in: 0...40, using: &random)
            let bytes = (0..<count).map { _ in likely.randomElement(using: &random) ?? 0 }
            for whole in [40, 41, 5120] {
                let area = PhotoArea(bytes[...], count: whole)
                #expect((0...whole).contains(area.extent))
                for image in [area.statedImage, area.markedImage].compactMap({ $0 }) {
                    #expect(image.starts(with: [0xFF, 0xD8]) && image.suffix(2).elementsEqual([0xFF, 0xD9]))
                }
            }
        }
    }

    @Test(arguments: [0, 1, 5119])
    func photoThatDoesNotFitIsNotStored(_ count: Int) throws {
        var card = TestCard.card()
        card.photo = .value(Photo(jpeg: [UInt8](repeating: 0xFF, count: count)))
        #expect(throws: EncodingError(field: "photo")) { try card.image() }
    }
}

/// ISO/IEC 10918-1 Annex B, as far as the size of the picture.
@Suite struct JPEGHeaderTests {
    private static let frame: [UInt8] = [0xFF, 0xC0, 0x00, 0x11, 0x08, 0x00, 0xB2, 0x00, 0x94, 0x03]
    private static let start: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x04, 0x4A, 0x46]

    @Test func sizeIsThatOfTheFrameHeader() throws {
        let header = try #require(JPEGHeader(Self.start + Self.frame))
        #expect(header.width == 148 && header.height == 178)
        #expect(TestCard.card().photo.value?.header == header)
    }

    @Test(
        arguments: [
            [], [0xFF], [0xFF, 0xD8], start, start + [0xFF, 0xDA] + frame, start + [0xFF, 0xD9] + frame,
            start + [0xFF, 0xE1, 0x00, 0x00] + frame, start + [0xFF, 0xE1, 0x00, 0x01] + frame,
            start + [0xFF, 0xE1, 0xFF, 0xFF] + frame, start + [0x00] + frame, start + frame.dropLast(2),
            [0xFF, 0xD8, 0xFF, 0xC4, 0x00, 0x02],
        ] as [[UInt8]])
    func fileWithoutAFrameHeaderHasNoSize(_ bytes: [UInt8]) {
        #expect(JPEGHeader(bytes) == nil)
    }

    @Test func anyBytesAreWalkedToTheirEnd() {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<20_000 {
            var bytes = random.bytes(Int.random(in: 0...60, using: &random))
            for index in bytes.indices where Int.random(in: 0..<3, using: &random) == 0 { bytes[index] = 0xFF }
            if let header = JPEGHeader(bytes) { #expect((0...0xFFFF).contains(header.width)) }
        }
    }
}
