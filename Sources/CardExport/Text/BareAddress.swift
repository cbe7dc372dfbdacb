internal import ThaiIDCard

/// Names of places without the words that say of which kind they are.
enum BareAddress {
    /// The name of a subdistrict, district or province: `ตำบลตัวอย่าง` is `ตัวอย่าง`. Bangkok is its
    /// own name, and a name that is nothing but the word stays.
    static func name(_ text: String) -> String {
        for label in labels where text.unicodeScalars.starts(with: label.unicodeScalars) {
            let name = String(text.unicodeScalars.dropFirst(label.unicodeScalars.count)).drop { $0 == " " }
            return name.isEmpty ? text : String(name)
        }
        return text
    }

    private static let labels = ["ตำบล", "แขวง", "ต.", "อำเภอ", "เขต", "อ.", "จังหวัด", "จ."]
}
