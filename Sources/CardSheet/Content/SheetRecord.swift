public import CardRecord
internal import ThaiIDCard

/// A record as it comes from outside, masked or not, checked for what a page can hold.
public struct SheetRecord: Sendable {
    let record: Record
    let readAt: Moment
    /// What the reader of the card found odd, by the record's codes.
    let warnings: Set<String>

    /// - Throws: `notRecord` naming what does not fit the schema, or is longer than a card could say it.
    public init(_ json: JSONValue) throws(SheetError) {
        do { record = try Record(json: json) } catch {
            throw .notRecord(key: error.key)
        }
        guard let readAt = Moment(iso: record.read.at) else { throw .notRecord(key: "read.at") }
        self.readAt = readAt
        if case .array(let list)? = json["warnings"] {
            warnings = Set(list.compactMap { $0["code"]?.string })
        } else {
            warnings = []
        }
        for field in Field.all where !Self.fits(field, record.card) { throw .notRecord(key: field.key) }
        guard (record.read.reader?.unicodeScalars.count ?? 0) <= 128 else { throw .notRecord(key: "read.reader") }
    }

    /// The day by which validity is judged.
    var day: CalendarDay { readAt.day }

    private static func fits(_ field: Field, _ card: IDCard) -> Bool {
        switch field.state(in: card).value {
        case .text(let text): text.unicodeScalars.count <= max(field.span.count * 2, 32)
        case .name(let name): name.full.unicodeScalars.count <= field.span.count
        case .address(let address): address.full.unicodeScalars.count <= field.span.count
        case .date(let date): date.raw.unicodeScalars.count <= field.span.count
        case .citizenID, .maskedCitizenID, .sex, .photo, nil: true
        }
    }
}
