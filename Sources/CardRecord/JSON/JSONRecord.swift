package import ThaiIDCard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A record in the shape of its JSON, off a card or out of a file: what every format is made of.
///
/// A format sees what the record says and nothing behind it, so that what is masked there is
/// masked everywhere. Members that the schema does not know stay in `json` and mean nothing.
public struct JSONRecord: Sendable {
    /// The record as it was written.
    public let json: JSONValue

    private let origin: Origin
    /// The record's line as it was read, where it is written in no other way but for its strings.
    private let ownLine: [UInt8]?

    /// Where the record came from. A record of the model takes a kilobyte, which is not to be
    /// carried about by each of the many that come out of files.
    private enum Origin: Sendable {
        case json
        indirect case card(Record)
    }

    /// Takes a record off a card.
    package init(_ record: Record) {
        json = record.json
        origin = .card(record)
        ownLine = nil
    }

    /// Takes a record out of JSON.
    ///
    /// - Throws: `RecordSyntaxError` naming what does not fit the schema.
    public init(json: JSONValue) throws(RecordSyntaxError) { try self.init(json: json, ownLine: nil) }

    /// Takes a record out of a line of JSON; an event `card.read` holds one.
    ///
    /// - Returns: `nil` where the line is an event of another kind.
    /// - Throws: `RecordSyntaxError` naming what does not fit the schema, `JSON` where it is none.
    public static func reading(line: [UInt8]) throws(RecordSyntaxError) -> JSONRecord? {
        var parser = JSONParser(line)
        let own = parser.text()
        guard let value = own ?? JSONValue(input: line) else { throw RecordSyntaxError(key: "JSON") }
        guard Schema.event.isClaimed(by: value) else {
            return try JSONRecord(json: value, ownLine: own != nil && parser.isTight ? line : nil)
        }
        return try value["record"].map { record throws(RecordSyntaxError) in try JSONRecord(json: record) }
    }

    private init(json: JSONValue, ownLine: [UInt8]?) throws(RecordSyntaxError) {
        guard Schema.record.isClaimed(by: json) else { throw RecordSyntaxError(key: "schema") }
        _ = try Record.Read(json: json["read"])
        guard case .object? = json["card"] else { throw RecordSyntaxError(key: "card") }
        for group in Field.Group.allCases {
            guard let object = json[group.rawValue] else { continue }
            try Self.check(object, Self.shapes[group] ?? [])
        }
        if let key = TextMeasure.tooLongRemarks(of: json) { throw RecordSyntaxError(key: key) }
        self.json = json
        self.ownLine = ownLine
        origin = .json
    }

    /// What the schema says of a field: its name, its key, its kind, and how long its texts are at most.
    private typealias Shape = (name: String, key: String, kind: FieldValue.Kind, most: Int)

    private static let shapes = Dictionary(grouping: Field.all, by: \.group).mapValues { fields in
        fields.map { Shape($0.name, $0.key, $0.kind, TextMeasure.most(of: $0)) }
    }

    private static func check(_ object: JSONValue, _ shapes: [Shape]) throws(RecordSyntaxError) {
        var members = MemberCursor(object)
        for shape in shapes {
            guard let value = members.value(shape.name) else { continue }
            guard shape.kind.fits(value), TextMeasure.holds(value, shape.kind, shape.most) else {
                throw RecordSyntaxError(key: shape.key)
            }
        }
    }

    /// The record in this project's own terms.
    ///
    /// - Throws: `RecordSyntaxError` where a value is none that the model can hold.
    package func model() throws(RecordSyntaxError) -> Record {
        switch origin {
        case .card(let record): record
        case .json: try Record(json: json)
        }
    }
}

extension JSONRecord {
    /// The citizen ID: 13 digits, or what masking leaves of them.
    public var citizenID: String? { text(Field.citizenID) }

    /// When the card was read, as `2026-11-23T09:41:07+07:00`; `nil` where the record names no day.
    public var readAt: String? {
        guard let time = json["read"]?["at"]?.safeText, CalendarDay(startOf: time) != nil else { return nil }
        return time
    }
}

extension JSONValue {
    /// What a record has of a field.
    package subscript<Value>(field: Field.Handle<Value>) -> JSONValue? { self[field.group.rawValue]?[field.name] }
}

// MARK: - What formats ask

extension JSONRecord {
    /// A text or a number of the record, safe to show; `nil` where the record has none there.
    package func text<Value>(_ field: Field.Handle<Value>) -> String? { json[field]?.safeText }

    /// A part of a value of the record.
    package func text<Value: ValueOfParts>(_ field: Field.Handle<Value>, _ part: Value.Part) -> String? {
        json[field]?[part.rawValue]?.safeText
    }

    /// A part of an address.
    package func text(_ field: Field.Handle<Address>, _ slot: Address.Slot) -> String? {
        json[field]?[slot.rawValue]?.safeText
    }

    /// A date; the last day of something may be none.
    package func date(_ field: Field.Handle<PartialDate>) -> PartialDate? {
        let mayBeLifelong = field == Field.expiryDate || field == Field.Health.expiryDate
        return text(field, .raw).map { mayBeLifelong ? PartialDate(expiry: $0) : PartialDate(raw: $0) }
    }

    /// Whether the record has anything of a group.
    package func has(_ group: Field.Group) -> Bool {
        if case .object? = json[group.rawValue] { true } else { false }
    }

    /// The citizen ID, where it is there and not masked.
    package var wholeCitizenID: CitizenID? { citizenID.flatMap { CitizenID($0) } }

    /// Whether masking has left the end of a citizen ID alone.
    package var isMasked: Bool { citizenID.map { MaskedCitizenID($0) != nil } ?? false }

    /// The photo's JPEG file.
    public var photo: [UInt8]? { photoData.map(Array.init) }

    /// The photo's JPEG file in base64 (RFC 4648), on one line.
    package var photoBase64: String? {
        guard let text = photoText, !Base64.isCanonical(text) else { return photoText }
        return photoData?.base64EncodedString()
    }

    /// The record as one line of JSON with its end, with members that this version does not know.
    package var line: [UInt8] {
        guard var line = ownLine, SafeText.isPlainJSON(line) else { return json.utf8Line }
        line.append(UInt8(ascii: "\n"))
        return line
    }

    private var photoData: Data? { photoText.flatMap { Data(base64Encoded: $0) } }

    private var photoText: String? { json[Field.photo]?[Photo.Part.base64.rawValue]?.string }
}

/// Base64 (RFC 4648) without decoding it: a photo has thousands of characters.
enum Base64 {
    /// Whether a text is what encoding gives: nothing beyond the alphabet, whole groups of four, and no
    /// bits that say nothing.
    static func isCanonical(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable(isCanonical) ?? isCanonical(Array(text.utf8))
    }

    private static func isCanonical(_ text: some RandomAccessCollection<UInt8>) -> Bool {
        guard text.count.isMultiple(of: 4) else { return false }
        let padding = text.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
        let digits = text.dropLast(padding)
        guard let last = digits.last else { return true }
        var all: UInt8 = 0
        for character in digits { all |= values[Int(character)] }
        let unused: UInt8 = padding == 0 ? 0 : padding == 1 ? 0b11 : 0b1111
        return all < 64 && values[Int(last)] & unused == 0
    }

    /// The value of each character; 64 for what is none.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 64, count: 256)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        for (value, character) in alphabet.utf8.enumerated() { values[Int(character)] = UInt8(value) }
        return values
    }()
}
