internal import ThaiIDCard

extension CardFormat {
    /// A line a field, for people.
    public static let text = CardFormat("text", Bilingual("ข้อความสำหรับอ่าน", "text for people"), fileExtension: "txt") {
        record, options in
        FormattedRecord(record.text(in: options.language))
    }
}
