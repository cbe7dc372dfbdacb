/// The words by which parts of an address say of which kind they are.
enum AddressLabel {
    /// The kind that a part's label names; `nil` where it has none.
    ///
    /// Compared by bytes: a mark after the label would make another character of its last letter.
    static func slot(of part: String) -> Address.Slot? {
        // Every label is Thai, and so begins with this byte.
        guard part.utf8.first == 0xE0 else { return nil }
        for (slot, words) in words where words.contains(where: { part.utf8.starts(with: $0.utf8) }) { return slot }
        if numbered.contains(where: { isNumbered(part, $0) }) { return .moo }
        return isCapital(part) ? .province : nil
    }

    /// Whether a part is the capital's name, in full or in short.
    static func isCapital(_ part: String) -> Bool { capital.contains(part) }

    /// Whether a part has the label that belongs to its slot, as nearly every part has: all others need
    /// not be looked for then.
    static func isUsual(_ part: String, in slot: Address.Slot) -> Bool {
        words.first { $0.slot == slot }?.words.contains { part.utf8.starts(with: $0.utf8) } ?? false
    }

    /// The part without its label: `ตำบลตัวอย่าง` is `ตัวอย่าง`. The capital is its own name, and what is
    /// nothing but the label stays.
    static func name(of part: String) -> String {
        let worded = words.lazy.flatMap(\.words).first { part.utf8.starts(with: $0.utf8) }
        guard let label = worded ?? numbered.first(where: { isNumbered(part, $0) }) else { return part }
        let name = part.unicodeScalars.dropFirst(label.unicodeScalars.count).drop { $0 == " " }
        return name.isEmpty ? part : String(name)
    }

    /// A text taken apart before each word that is a label, and before nothing else.
    static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        let words = text.split(separator: " ")
        for (index, word) in words.enumerated() {
            // A label and its number may be two words.
            let next = index + 1 < words.count ? " " + words[index + 1] : ""
            if pieces.isEmpty || slot(of: String(word)) != nil || slot(of: word + next) == .moo {
                pieces.append(String(word))
            } else {
                pieces[pieces.count - 1] += " " + word
            }
        }
        return pieces
    }

    private static let words: [(slot: Address.Slot, words: [String])] = [
        (.moo, ["หมู่ที่"]), (.trok, ["ตรอก"]), (.soi, ["ซอย", "ซ."]), (.road, ["ถนน", "ถ."]),
        (.subdistrict, ["ตำบล", "แขวง", "ต."]), (.district, ["อำเภอ", "เขต", "อ."]), (.province, ["จังหวัด", "จ."]),
    ]

    /// Labels of a village only where its number follows: `หมู่บ้าน` is a housing estate, `ม.` many things.
    private static let numbered = ["หมู่", "ม."]

    /// The province that says by itself that it is one.
    private static let capital = ["กรุงเทพมหานคร", "กรุงเทพฯ", "กรุงเทพ", "กทม.", "กทม"]

    private static func isNumbered(_ part: String, _ label: String) -> Bool {
        guard part.utf8.starts(with: label.utf8) else { return false }
        let rest = part.unicodeScalars.dropFirst(label.unicodeScalars.count).drop { $0 == " " }
        return rest.first.map { ("0"..."9").contains($0) || ("๐"..."๙").contains($0) } ?? false
    }
}
