internal import ThaiIDCard

/// A name as it is compared: without blanks and marks, in which spellings differ.
struct AreaName: Hashable {
    let bytes: [UInt8]

    /// - Parameter text: a name without the word for its level.
    init(_ text: some StringProtocol) {
        let plain = text.utf8.filter { !Self.isMark($0) }
        bytes =
            Self.isComposed(plain) ? plain : Array(String(Self.composed(String(decoding: plain, as: UTF8.self))).utf8)
    }

    /// The ways to read what a card says: without the word for its level, then as it stands.
    static func readings(of words: String, _ level: Area.Level) -> [AreaName] {
        let text = words.drop { $0 == " " }
        let labels = labels(of: level)
        let label = labels.first { text.utf8.starts(with: $0.utf8) }
        let name = label.map { AreaName(String(decoding: text.utf8.dropFirst($0.utf8.count), as: UTF8.self)) }
        return [name, AreaName(text)].compactMap { $0 }.filter { !$0.bytes.isEmpty }
    }

    /// Whether a name in the list is this one. Behind it another spelling may stand in brackets.
    func isName(_ name: Range<Int>, in list: [UInt8]) -> Bool {
        var index = 0
        for place in name where !Self.isMark(list[place]) {
            guard index < bytes.count, bytes[index] == list[place] else {
                return index == bytes.count && list[..<place].last == UInt8(ascii: "(")
            }
            index += 1
        }
        return index == bytes.count
    }

    /// Whether a name in the list begins like this one.
    func begins(_ name: Range<Int>, in list: [UInt8]) -> Bool {
        name.lazy.map { list[$0] }.filter { !Self.isMark($0) }.starts(with: bytes)
    }

    private static func labels(of level: Area.Level) -> [String] {
        switch level {
        case .province: ["จังหวัด", "จ."]
        case .district: ["กิ่งอำเภอ", "กิ่ง อ.", "กิ่งอ.", "อำเภอ", "เขต", "อ."]
        case .subdistrict: ["ตำบล", "แขวง", "ต."]
        }
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"): true
        default: false
        }
    }

    /// Whether nothing is to be put right, as nearly always: neither a nikhahit stands there nor sara e twice.
    private static func isComposed(_ bytes: [UInt8]) -> Bool {
        for index in bytes.indices.dropFirst(2) where bytes[index - 1] == 0xB9 {
            if bytes[index] == 0x8D { return false }
            if bytes[index] == 0x80, index > 4, bytes[index - 3] == 0x80, bytes[index - 4] == 0xB9 { return false }
        }
        return true
    }

    /// Puts sara am where nikhahit and sara aa stand, and sara ae where sara e stands twice: they look the same.
    private static func composed(_ text: String) -> String.UnicodeScalarView {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let last = result.last
            switch scalar {
            case "\u{E32}" where last == "\u{E4D}":
                result.removeLast()
                result.append("\u{E33}")
            case "\u{E32}"
            where last.map { ("\u{E48}"..."\u{E4B}").contains($0) } ?? false && result.dropLast().last == "\u{E4D}":
                result.removeLast(2)
                result.append(contentsOf: [last, "\u{E33}"].compactMap { $0 })
            case "\u{E40}" where last == "\u{E40}":
                result.removeLast()
                result.append("\u{E41}")
            default: result.append(scalar)
            }
        }
        return result
    }
}
