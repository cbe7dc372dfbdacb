internal import ThaiIDCard

extension Record {
    /// Takes a record back out of its JSON, masked or not. Its fields are those that the JSON mentions.
    ///
    /// - Throws: `RecordSyntaxError` naming what does not fit the schema.
    public init(json: JSONValue) throws(RecordSyntaxError) {
        let masked = json[Field.citizenID]?.string.flatMap { MaskedCitizenID($0) }
        let card = try IDCard(record: json, without: masked == nil ? nil : Field.citizenID.key)
        let isOpen = json["states"]?[Field.citizenID.key]?.string == "partial"
        let fields = Field.all.filter { field in
            switch json[field.group.rawValue] {
            case .object?: json[field.group.rawValue]?[field.name] != nil
            case .null?: true
            default: false
            }
        }
        self.init(
            read: try Read(json: json["read"]), card: card, fields: fields,
            citizenID: masked.map { isOpen ? .partial($0) : .value($0) })
    }
}

extension Record.Read {
    init(json: JSONValue?) throws(RecordSyntaxError) {
        guard let json else { throw RecordSyntaxError(key: "read") }
        guard json["id"].map({ $0.string.flatMap { ReadID($0) } != nil }) ?? true else {
            throw RecordSyntaxError(key: "read.id")
        }
        guard let at = json["at"]?.string, TextMeasure.holds(at, TextMeasure.word) else {
            throw RecordSyntaxError(key: "read.at")
        }
        guard let source = json["source"]?.string.flatMap(Source.init(rawValue:)) else {
            throw RecordSyntaxError(key: "read.source")
        }
        guard let atr = json["atr"]?.string, TextMeasure.holds(atr, TextMeasure.word) else {
            throw RecordSyntaxError(key: "read.atr")
        }
        guard TextMeasure.holds(json["reader"] ?? .null, TextMeasure.reader) else {
            throw RecordSyntaxError(key: "read.reader")
        }
        guard let exchanges = json["exchanges"]?.integer, exchanges >= 0 else {
            throw RecordSyntaxError(key: "read.exchanges")
        }
        guard let milliseconds = json["milliseconds"]?.integer, milliseconds >= 0 else {
            throw RecordSyntaxError(key: "read.milliseconds")
        }
        self.init(
            id: json["id"]?.string.flatMap { ReadID($0) }, at: at, source: source, reader: json["reader"]?.string,
            atr: atr, exchanges: exchanges,
            milliseconds: milliseconds)
    }
}
