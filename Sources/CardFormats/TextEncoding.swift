internal import CardRecord
internal import ThaiIDCard

/// How text becomes bytes.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    /// UTF-8, with a byte order mark where spreadsheets look for one.
    case utf8 = "utf-8"
    /// One byte a character, as old systems want it: TIS 620-2533 with what Windows' code page 874
    /// adds.
    case tis620 = "tis-620"

    /// What tells a program that the file is in this encoding.
    var mark: [UInt8] {
        switch self {
        case .utf8: [0xEF, 0xBB, 0xBF]
        case .tis620: []
        }
    }

    /// A text in this encoding; a `?` stands for each character that it lacks, and is counted.
    func bytes(of text: String, lost: inout Int) -> [UInt8] {
        switch self {
        case .utf8: return Array(text.utf8)
        case .tis620:
            if let bytes = TIS620.encode(text) { return bytes }
            return text.unicodeScalars.flatMap { scalar in
                if let bytes = TIS620.encode(String(scalar)) { return bytes }
                lost += 1
                return [UInt8(ascii: "?")]
            }
        }
    }
}
