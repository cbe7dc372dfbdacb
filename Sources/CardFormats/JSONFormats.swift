internal import CardRecord
internal import ThaiIDCard

extension CardFormat {
    /// One record as one line of JSON.
    public static let json = CardFormat(
        "json", Bilingual("JSON หนึ่งบรรทัด", "one line of JSON"), fileExtension: "json", holdsOne: true, body: line)

    /// Records as lines of JSON.
    public static let ndjson = CardFormat(
        "ndjson", Bilingual("JSON บรรทัดละหนึ่งระเบียน", "a line of JSON for each record"), fileExtension: "ndjson",
        body: line)

    /// The record as it was written, with members that this version does not know.
    private static let line: Body = { record, _ in FormattedRecord(record.line) }
}
