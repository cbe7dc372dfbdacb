internal import CardTrace
internal import Invention
internal import ThaiIDCard

/// Puts invented text in the place of a text, byte for byte: letters for letters, digits for digits.
///
/// Everything else stays where it is, and with it the shape: separators, spaces, padding, control
/// characters, bytes that no alphabet has. So do the words that say what follows.
struct TextDisguise {
    let pseudonym: Pseudonym
    /// What stays where it begins a part, and says nothing of the holder.
    var labels: [[UInt8]] = []
    /// What stays at the very beginning.
    var titles: [[UInt8]] = []

    /// The invented text, of the same length.
    func callAsFunction(_ original: ArraySlice<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(original.count)
        var rest = original
        while let first = rest.first {
            let beginsPart = text.last.map { !TextByte($0).isText } ?? true
            if let kept = kept(at: rest, isStart: text.isEmpty, beginsPart: beginsPart) {
                text += kept
                rest = rest.dropFirst(kept.count)
                continue
            }
            let kind = TextByte(first)
            let run = rest.prefix { TextByte($0) == kind }
            text += invented(run, kind)
            rest = rest.dropFirst(run.count)
        }
        return text
    }

    /// The label or title that stands here, and any that follows it.
    private func kept(at rest: ArraySlice<UInt8>, isStart: Bool, beginsPart: Bool) -> ArraySlice<UInt8>? {
        if isStart, let title = titles.first(where: { $0.isTitle(of: rest) }) { return rest.prefix(title.count) }
        guard beginsPart else { return nil }
        var count = 0
        while let label = labels.first(where: { rest.dropFirst(count).starts(with: $0) }) { count += label.count }
        return count > 0 ? rest.prefix(count) : nil
    }

    private func invented(_ run: ArraySlice<UInt8>, _ kind: TextByte) -> [UInt8] {
        switch kind {
        case .thai:
            thai(run)
        case .latin:
            pseudonym.drawn(.latinText, insteadOf: run) { PseudonymWords.latin(like: run, &$0) }
        case .digit, .thaiDigit:
            NumberDisguise(pseudonym: pseudonym)(run)
        case .other:
            Array(run)
        }
    }
}

extension TextDisguise {
    /// Words; letters where every word of this length is one that the original uses.
    private func thai(_ run: ArraySlice<UInt8>) -> [UInt8] {
        var draws = 0
        return pseudonym.drawn(.thaiText, insteadOf: run) { lots in
            draws += 1
            return draws < 48
                ? PseudonymWords.thai(count: run.count, &lots) : PseudonymWords.letters(run.count, &lots)
        }
    }
}

/// What a byte of the card's text stands for.
enum TextByte {
    case thai, thaiDigit, latin, digit, other

    init(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .digit
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): self = .latin
        case 0xF0...0xF9: self = .thaiDigit
        case 0xA1...0xDA, 0xDF...0xFB: self = .thai
        default: self = .other
        }
    }

    /// Whether the byte is a letter or a digit.
    var isText: Bool { self != .other }
}

extension [UInt8] {
    /// Whether a name begins with this title. In English a letter after it makes another word of it.
    fileprivate func isTitle(of name: ArraySlice<UInt8>) -> Bool {
        guard name.starts(with: self) else { return false }
        guard TextByte(self[startIndex]) == .latin, let next = name.dropFirst(count).first else { return true }
        return TextByte(next) != .latin
    }
}
