internal import CardRecord
internal import ThaiIDCard

extension CardFormat {
    /// A line a field, for people; a blank line between cards.
    public static let text = CardFormat(
        "text", Bilingual("ข้อความสำหรับอ่าน", "text for people"), fileExtension: "txt", separator: "\n"
    ) { record, options throws(FormatError) in
        do throws(RecordSyntaxError) {
            return FormattedRecord(try record.model().text(in: options.language))
        } catch {
            throw .lacks(field: error.key)
        }
    }
}
