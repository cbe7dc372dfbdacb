internal import CardRecord
internal import ThaiIDCard

/// Lines of a vCard (RFC 6350 §3).
enum VCardLine {
    /// Most bytes of a line before it is folded, its end not counted (§3.2).
    private static let longest = 75

    /// A text as a value (§3.4). Line ends do not occur in text that was made safe to show.
    static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "\\" || scalar == "," || scalar == ";" { escaped.append("\\") }
            escaped.append(scalar)
        }
        return String(escaped)
    }

    /// Texts as a structured value.
    static func list(_ parts: [String]) -> String { parts.map(escaped).joined(separator: ";") }

    /// A date as far as it is known (§4.3.1): `19900415`, `1990-04` or `1990`.
    static func date(_ date: PartialDate) -> String? {
        switch date.precision {
        case .day: date.iso.map { $0.filter { $0 != "-" } }
        case .month, .year: date.iso
        case .lifelong, .unknown: nil
        }
    }

    /// The line in pieces of which none is too long. They end between the characters that people
    /// see, so that no mark is torn from its consonant, which readers are known to stumble over.
    static func folded(_ line: String) -> String {
        guard line.utf8.contains(where: { $0 >= 0x80 }) else { return foldedASCII(line.utf8) }
        var folded = ""
        var room = longest
        for piece in line.flatMap(pieces) {
            let width = piece.utf8.count
            if width > room {
                folded += "\r\n "
                room = longest - 1
            }
            folded += piece
            room -= width
        }
        return folded + "\r\n"
    }

    /// The same for a line in which each byte is a character: a photo has thousands of them.
    private static func foldedASCII(_ line: String.UTF8View) -> String {
        var folded: [UInt8] = []
        var room = longest
        for byte in line {
            if room == 0 {
                folded += "\r\n ".utf8
                room = longest - 1
            }
            folded.append(byte)
            room -= 1
        }
        return String(decoding: folded, as: UTF8.self) + "\r\n"
    }

    /// A character, or what it is made of where it alone is longer than a line.
    private static func pieces(_ character: Character) -> [String] {
        character.utf8.count < longest ? [String(character)] : character.unicodeScalars.map { String($0) }
    }
}
