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

    /// The bytes in the place of the photo's field from its start on.
    ///
    /// - Parameter file: how many bytes the file takes, where it is known to be whole.
    func callAsFunction(_ original: ArraySlice<UInt8>, file: Int?) -> [UInt8] {
        let (length, image) = (Array(original.prefix(2)), original.dropFirst(2))
        guard image.starts(with: [0xFF, 0xD8].prefix(image.count)) else { return length + image.map(Self.letter) }
        let end = image.lastIndex { !Self.isPadding($0) }.map { $0 + 1 } ?? image.startIndex
        let count = file ?? end - image.startIndex
        return length + (file.map(portrait) ?? part(of: count)) + image.dropFirst(count).map(Self.letter)
    }

    /// The bytes in the place of some from an offset on, of a photo whose beginning was not read.
    ///
    /// - Parameter file: how many bytes the file takes, where these hold all of it.
    func callAsFunction(_ original: ArraySlice<UInt8>, at offset: Int, file: Int?) -> [UInt8] {
        let drawn = [0, 0] + portrait(file ?? wholeLength)
        return original.enumerated().map { place, byte in
            let isDrawn =
                drawn.indices.contains(offset + place) && offset + place >= 2 && (file != nil || !Self.isPadding(byte))
            return isDrawn ? drawn[offset + place] : offset + place < 2 ? byte : Self.letter(byte)
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
