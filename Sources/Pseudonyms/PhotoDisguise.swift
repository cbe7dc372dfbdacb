internal import CardTrace
internal import Invention
internal import ThaiIDCard

/// Puts a drawn portrait in the place of a photo, byte for byte: length word and padding stay.
///
/// Of a photo that was read in part, the portrait is there as far as the photo was. What is no JPEG
/// file, and what follows one, gives way to letters.
struct PhotoDisguise {
    let pseudonym: Pseudonym
    let sex: Sex.Value
    /// How long the length word says that the file is.
    let statedLength: Int?
    /// How many bytes the file takes, where it is known to be whole.
    let file: Int?
    /// The portrait of which parts are shown, once one was drawn: it takes longer than all else here,
    /// and a forged card can break the photo into as many runs as it likes.
    private lazy var wholePortrait = portrait(file ?? wholeLength)

    init(pseudonym: Pseudonym, sex: Sex.Value, statedLength: Int?, file: Int?) {
        (self.pseudonym, self.sex, self.statedLength, self.file) = (pseudonym, sex, statedLength, file)
    }

    /// The bytes in the place of a run of the photo's field, from an offset in it on.
    mutating func callAsFunction(_ original: ArraySlice<UInt8>, at offset: Int) -> [UInt8] {
        offset == 0 ? fromStart(original) : part(original, at: offset)
    }

    /// The bytes in the place of the photo's field from its start on.
    private func fromStart(_ original: ArraySlice<UInt8>) -> [UInt8] {
        let (length, image) = (Array(original.prefix(2)), original.dropFirst(2))
        guard image.starts(with: [0xFF, 0xD8].prefix(image.count)) else { return length + image.map(Self.letter) }
        let end = image.lastIndex { !Self.isPadding($0) }.map { $0 + 1 } ?? image.startIndex
        let count = file ?? end - image.startIndex
        return length + (file.map(portrait) ?? part(of: count)) + image.dropFirst(count).map(Self.letter)
    }

    /// The bytes in the place of some from an offset on, of a photo whose beginning was not read, or of
    /// the whole file where only the length word was not.
    private mutating func part(_ original: ArraySlice<UInt8>, at offset: Int) -> [UInt8] {
        let drawn = wholePortrait
        let isWhole = offset == 2 && file != nil
        return original.enumerated().map { index, byte in
            let place = offset + index - 2
            guard place >= 0 else { return byte }
            guard drawn.indices.contains(place), isWhole || !Self.isPadding(byte) else { return Self.letter(byte) }
            return drawn[place]
        }
    }

    /// A file of so many bytes. Too few for a portrait get a file without a picture.
    private func portrait(_ count: Int) -> [UInt8] {
        var lots = pseudonym.lots(.face)
        if let file = DrawnPortrait(seed: lots.next(), sex: sex).jpeg(byteCount: count) { return file }
        return [0xFF, 0xD8] + [UInt8](repeating: Self.letter(0xFF), count: max(0, count - 4)) + [0xFF, 0xD9]
    }

    /// The beginning of a file that does not end where it should: one of the stated length, as far as
    /// it was read, else one that is longer than all there is.
    private func part(of count: Int) -> [UInt8] {
        let whole = count < wholeLength ? wholeLength : DrawnPortrait.longest
        var part = Array(portrait(whole).prefix(count))
        if part.count == whole { part[whole - 1] = Self.letter(0xD9) }
        return part
    }

    private var wholeLength: Int {
        statedLength.map { (DrawnPortrait.shortest...DrawnPortrait.longest).contains($0) ? $0 : DrawnPortrait.longest }
            ?? DrawnPortrait.longest
    }

    /// A letter for a byte, but padding for padding.
    private static func letter(_ byte: UInt8) -> UInt8 { isPadding(byte) ? byte : UInt8(ascii: "X") }

    private static func isPadding(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x00 }
}
