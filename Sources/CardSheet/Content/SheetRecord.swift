public import CardRecord
internal import ThaiIDCard

/// A record as it comes from outside, checked for what a page can hold.
///
/// Unlike `Record` it takes one whose citizen ID is masked already, and shows that as it is.
public struct SheetRecord: Sendable {
    let record: Record
    /// The citizen ID of a masked record, `x-xxxx-xxxxx-00-9`.
    let maskedID: String?
    let readAt: Moment
    /// What the reader of the card found odd, by the record's codes.
    let warnings: Set<String>

    /// - Throws: `notRecord` naming what does not fit the schema, or is longer than a card could say it.
    public init(_ json: JSONValue) throws(SheetError) {
        maskedID = json["card"]?["citizenID"]?.string.flatMap { $0.hasPrefix("x-") ? $0 : nil }
        if let maskedID {
            guard maskedID.wholeMatch(of: /x-xxxx-xxxxx-[0-9]{2}-[0-9]/) != nil else {
                throw .notRecord(key: "citizenID")
            }
        }
        do { record = try Record(json: maskedID == nil ? json : Self.withoutID(json)) } catch {
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
        case .citizenID, .sex, .photo, nil: true
        }
    }

    private static func withoutID(_ json: JSONValue) -> JSONValue {
        guard case .object(let members) = json else { return json }
        return .object(
            members.map { member in
                guard member.name == "card", case .object(let card) = member.value else { return member }
                return JSONValue.Member(name: "card", value: .object(card.filter { $0.name != "citizenID" }))
            })
    }
}
