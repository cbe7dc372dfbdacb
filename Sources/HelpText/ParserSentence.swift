/// A sentence that the parser of command lines says, and the same in Thai.
///
/// The parser has its sentences in English alone, and no word by which programs could tell them apart.
package struct ParserSentence: Sendable {
    /// What the parser says, cut where it puts in something of the command line.
    private let pieces: [String]
    /// The same in Thai, cut alike.
    private let thai: [String]

    private init(_ english: String, _ thai: String) {
        (pieces, self.thai) = (Self.pieces(of: english), Self.pieces(of: thai))
    }

    /// The sentence in Thai; `nil` for one that the parser of the version in use does not say.
    package static func thai(of sentence: String) -> String? {
        all.lazy.compactMap { $0.translated(sentence) }.first
    }

    private func translated(_ sentence: String) -> String? {
        guard let words = words(in: sentence) else { return nil }
        return zip(thai, words.map(Self.word) + [""]).map { $0 + $1 }.joined()
    }

    /// What stands in the gaps; `nil` where this is another sentence.
    private func words(in sentence: String) -> [Substring]? {
        guard let first = pieces.first, let last = pieces.last, sentence.hasPrefix(first) else { return nil }
        var words: [Substring] = []
        var rest = sentence.dropFirst(first.count)
        for piece in pieces.dropFirst().dropLast() {
            guard let place = rest.firstRange(of: piece) else { return nil }
            words.append(rest[..<place.lowerBound])
            rest = rest[place.upperBound...]
        }
        guard pieces.count > 1 else { return rest.isEmpty ? [] : nil }
        guard rest.hasSuffix(last) else { return nil }
        return words + [rest.dropLast(last.count)]
    }

    /// What stands in a gap: a sentence, or words with the parser's own between them.
    private static func word(_ word: Substring) -> String {
        guard let sentence = thai(of: String(word)) else {
            return ["' and '", "' or '"].reduce(String(word)) { $0.replacing($1, with: "' หรือ '") }
        }
        return sentence
    }

    private static func pieces(of text: String) -> [String] {
        text.split(separator: "{}", omittingEmptySubsequences: false).map(String.init)
    }
}

extension ParserSentence {
    /// Every sentence, the longer of two that begin alike first.
    private static let all = [
        Self(
            "Unknown option '{}'. Did you mean '{}'?\n   or: Missing value for '{}' in '{}'",
            "ไม่มีตัวเลือก '{}' หมายถึง '{}' ใช่หรือไม่\n   หรือ: ยังไม่ได้ใส่ค่าของ '{}' ใน '{}'"),
        Self(
            "Unknown option '{}'\n   or: Missing value for '{}' in '{}'",
            "ไม่มีตัวเลือก '{}'\n   หรือ: ยังไม่ได้ใส่ค่าของ '{}' ใน '{}'"),
        Self("Unknown option '{}'. Did you mean '{}'?", "ไม่มีตัวเลือก '{}' หมายถึง '{}' ใช่หรือไม่"),
        Self("Unknown option '{}'", "ไม่มีตัวเลือก '{}'"),
        Self("Missing value for '{}'", "ยังไม่ได้ใส่ค่าของ '{}'"),
        Self(
            "The option '{}' does not take any value, but '{}' was specified.",
            "ตัวเลือก '{}' ไม่รับค่า แต่มี '{}' ตามมา"),
        Self("Unexpected argument '{}'", "มี '{}' เกินมา คำสั่งนี้ไม่รับ"),
        Self("{} unexpected arguments: '{}'", "มีเกินมา {} คำที่คำสั่งนี้ไม่รับ: '{}'"),
        Self(
            "Value to be set with flag {} had already been set with flag {}",
            "{} ขัดกับ {} ที่ระบุไว้ก่อนแล้ว เลือกใช้เพียงอย่างเดียว"),
        Self("Missing expected argument '{}'", "ยังไม่ได้ระบุ '{}'"),
        Self("Missing one of: '{}'", "ต้องระบุอย่างใดอย่างหนึ่ง: '{}'"),
        Self(
            "The value '{}' is invalid for '{}'. Please provide one of the following:\n{}",
            "ใช้ค่า '{}' กับ '{}' ไม่ได้ ค่าที่ใช้ได้คือ\n{}"),
        Self(
            "The value '{}' is invalid for '{}'. Please provide one of {}.", "ใช้ค่า '{}' กับ '{}' ไม่ได้ ค่าที่ใช้ได้คือ {}"),
        Self("The value '{}' is invalid for '{}'", "ใช้ค่า '{}' กับ '{}' ไม่ได้"),
        Self("Invalid option: {}", "ตัวเลือกผิดรูปแบบ: {}"),
        Self("Missing required subcommand.", "ยังไม่ได้ระบุคำสั่งย่อย"),
        Self(
            "Can't generate completion scripts for '{}'.\nPlease use --generate-completion-script=<shell> with one of:\n{}",
            "ไม่มีสคริปต์เติมคำสำหรับเชลล์ '{}'\nใช้ --generate-completion-script=<shell> กับเชลล์เหล่านี้:\n{}"),
        Self(
            "Can't autodetect a supported shell.\nPlease use --generate-completion-script=<shell> with one of:\n{}",
            "ไม่ทราบว่าใช้เชลล์ใดอยู่\nใช้ --generate-completion-script=<shell> กับเชลล์เหล่านี้:\n{}"),
    ]
}
