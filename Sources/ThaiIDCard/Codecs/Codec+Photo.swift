extension Codec where Value == Photo {
    /// A length word of two bytes, big-endian, then the JPEG file, then padding.
    ///
    /// The length word is known from one published reader only. It is believed where the bytes
    /// that it names begin with `FF D8` and end with `FF D9`; else the file ends at the last
    /// end marker before the padding.
    static let photo = Codec(
        extent: { known, count in PhotoArea(known, count: count).extent },
        spareHead: PhotoArea.lengthWord,
        isBlank: { PhotoArea($0, count: $0.count).isBlank },
        decode: { bytes in
            let area = PhotoArea(bytes, count: bytes.count)
            if let jpeg = area.statedImage { return Decoded(state: .value(Photo(jpeg: Array(jpeg)))) }
            if let jpeg = area.markedImage {
                return Decoded(state: .value(Photo(jpeg: Array(jpeg))), oddities: [.photoLength])
            }
            return Decoded(state: .failed(.malformed))
        },
        encode: { photo in
            let count = photo.jpeg.count
            guard (2...PhotoArea.capacity).contains(count) else { return nil }
            return [UInt8(count >> 8), UInt8(count & 0xFF)] + photo.jpeg
        },
        wrap: FieldValue.photo, unwrap: \.photo)
}

/// The card's photo area as far as it is known: where the file in it ends.
struct PhotoArea {
    /// Most bytes that a photo can have.
    static let capacity = 5118
    /// Bytes of the length word, which the file follows.
    static let lengthWord = 2

    private let known: ArraySlice<UInt8>
    private let count: Int

    /// - Parameters:
    ///   - known: the bytes known from the length word on.
    ///   - count: size of the whole area, length word included.
    init(_ known: ArraySlice<UInt8>, count: Int) {
        self.known = known
        self.count = count
    }

    /// How many bytes of the area are needed: `count` as long as nothing better is known.
    var extent: Int {
        if let statedLength, image.starts(with: Self.start) {
            guard image.count >= statedLength else { return 2 + statedLength }
            if statedImage != nil { return 2 + statedLength }
        }
        return isBlank || markedImage != nil ? known.count : count
    }

    /// No length and nothing but padding: a card without a photo.
    ///
    /// A length of FF is none where the rest was erased, too; before anything else it is a wrong one.
    var isBlank: Bool {
        guard known.count > 2, let first = known.first, Padding.contains(first) else { return false }
        if first == 0xFF { return known.allSatisfy { $0 == 0xFF } }
        let second = known[known.startIndex + 1]
        return second != 0xFF && Padding.contains(second) && image.allSatisfy(Padding.contains)
    }

    /// The file as the length word delimits it, where both its ends bear that out.
    var statedImage: ArraySlice<UInt8>? {
        guard let statedLength, image.count >= statedLength else { return nil }
        let stated = image.prefix(statedLength)
        return stated.starts(with: Self.start) && stated.suffix(2).elementsEqual(Self.end) ? stated : nil
    }

    /// The file up to an end marker that only padding follows, or that ends the area.
    var markedImage: ArraySlice<UInt8>? {
        let file = Padding.trimmed(image)
        // What is not wholly known may go on behind an FF, with which every marker begins.
        let isComplete = known.count == count || (file.count < image.count && image.last != 0xFF)
        guard isComplete, file.starts(with: Self.start), file.suffix(2).elementsEqual(Self.end) else { return nil }
        return file
    }

    private var image: ArraySlice<UInt8> { known.dropFirst(2) }

    private var statedLength: Int? {
        guard known.count >= 2 else { return nil }
        let length = Int(known[known.startIndex]) << 8 | Int(known[known.startIndex + 1])
        return (2...min(Self.capacity, count - 2)).contains(length) ? length : nil
    }

    private static let start: [UInt8] = [0xFF, 0xD8]
    private static let end: [UInt8] = [0xFF, 0xD9]
}
