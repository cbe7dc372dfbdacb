public import ThaiIDCard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Why JSON is no record.
public struct RecordSyntaxError: Error, Hashable, Sendable {
    /// Key of the field, or of the part, that is not as the schema has it.
    public let key: String
}

extension IDCard {
    /// Takes a card back out of a record.
    ///
    /// What the record has `null` becomes blank, or failed or not recorded where `states` says so; what it
    /// does not mention was not read. Members and warnings that this version does not know are left out;
    /// oddities of the values that the record says nothing of are noted.
    ///
    /// - Throws: `RecordSyntaxError` naming what does not fit the schema.
    public init(record: JSONValue) throws(RecordSyntaxError) { try self.init(record: record, without: nil) }

    /// Takes a card back out of a record, but for what the field of this key says.
    init(record: JSONValue, without left: String?) throws(RecordSyntaxError) {
        self.init()
        guard Schema.record.isClaimed(by: record) else { throw RecordSyntaxError(key: "schema") }
        guard case .object? = record["card"] else { throw RecordSyntaxError(key: "card") }
        if let key = TextMeasure.tooLongRemarks(of: record) { throw RecordSyntaxError(key: key) }
        if case .array(let odd)? = record["warnings"] { warnings = odd.compactMap(Warning.init(json:)) }
        for group in Field.Group.allCases {
            guard let json = record[group.rawValue] else { continue }
            for field in Field.all where field.group == group && field.key != left {
                if json == .null {
                    absentApplets.insert(field.applet)
                    field.putBlank(into: &self)
                } else if let failure = record["states"]?[field.key]?.string.flatMap({ Self.failures[$0] }) {
                    field.putFailure(failure, into: &self)
                } else if let value = json[field.name] {
                    try take(field, value)
                    if record["states"]?[field.key]?.string == "partial" { field.putDoubt(into: &self) }
                }
            }
        }
    }

    /// What a state's word says of a field that could not be had; why a card did not give it is not kept.
    private static let failures: [String: FieldFailure] = ["failed": .noAnswer, "notRecorded": .notRecorded]

    private mutating func take(_ field: Field, _ json: JSONValue) throws(RecordSyntaxError) {
        guard json != .null else { return field.putBlank(into: &self) }
        guard TextMeasure.holds(json, field.kind, TextMeasure.most(of: field)) else {
            throw RecordSyntaxError(key: field.key)
        }
        let candidates = FieldValue.readings(of: json)
        guard candidates.contains(where: { field.putNotingOddities($0, into: &self) }) else {
            throw RecordSyntaxError(key: field.key)
        }
    }
}

extension FieldValue {
    /// What a member of a record can stand for; a field takes the one that is of its kind.
    fileprivate static func readings(of json: JSONValue) -> [FieldValue] {
        func text(_ name: String) -> String? { json[name]?.string }
        if let string = json.string {
            return [CitizenID(string).map(FieldValue.citizenID), .text(string)].compactMap { $0 }
        }
        if let base64 = text("base64") {
            return Data(base64Encoded: base64).map { [.photo(Photo(jpeg: Array($0)))] } ?? []
        }
        if let raw = text("raw") {
            return [.date(PartialDate(raw: raw)), .sex(Sex(raw: raw))]
        }
        if json["houseNumber"] != nil {
            let slots = Address.Slot.allCases.map { ($0, text($0.rawValue) ?? "") }
            let parts = Dictionary(slots) { first, _ in first }
            return [.address(text("full").map { Address(parts, full: $0) } ?? Address(parts))]
        }
        guard json["first"] != nil else { return [] }
        return Language.allCases.map { language in
            .name(
                PersonName(
                    title: text("title"), first: text("first"), middle: text("middle"), last: text("last"),
                    language: language))
        }
    }
}
