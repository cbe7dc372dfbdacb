internal import CardRecord
internal import ThaiIDCard

extension CardFormat {
    /// A line of JSON under the names that another program reads. What such programs expect is known
    /// from their clients and sources alone, and said to be unverified where nobody saw it answered.
    ///
    /// A masked citizen ID is left out, and that is said.
    ///
    /// - Parameter dates: the dates that it shows. One that nobody can have is left out, and that is said.
    static func profile(
        _ name: String, _ summary: Bilingual, dates: [Field.Handle<PartialDate>] = [Field.birthDate],
        _ json: @escaping @Sendable (JSONRecord) -> JSONValue
    ) -> CardFormat {
        CardFormat(name, summary, fileExtension: "json") { record, _ in
            FormattedRecord(
                json(record).utf8Line, notes: (record.isMasked ? [.withoutNumber] : []) + record.notes(onDates: dates))
        }
    }
}

extension JSONRecord {
    /// A text of the card as these programs take it: empty where there is none.
    func plain<Value>(_ field: Field.Handle<Value>) -> JSONValue { .string(text(field) ?? "") }

    /// A part of a text of the card, empty where there is none.
    func plain<Value: ValueOfParts>(_ field: Field.Handle<Value>, _ part: Value.Part) -> JSONValue {
        .string(text(field, part) ?? "")
    }

    /// A part of the address, empty where there is none.
    func plain(_ field: Field.Handle<Address>, _ slot: Address.Slot) -> JSONValue { .string(text(field, slot) ?? "") }

    /// The 13 digits, empty where the record does not have all of them.
    var number: JSONValue { .string(wholeCitizenID?.digits ?? "") }

    /// Texts, those that are there, with blanks between them.
    func joined(_ parts: [String?]) -> JSONValue { .string(parts.compactMap { $0 }.joined(separator: " ")) }

    /// The digits of a date as the card has them, empty where nobody can have it.
    func digits(_ field: Field.Handle<PartialDate>) -> JSONValue { .string(soundDate(field)?.raw ?? "") }

    /// The digits of a date in groups: `2533/04/15`. Empty where it names no year.
    ///
    /// - Parameter lessYears: what to take from the year, 543 for the Gregorian one.
    func grouped(_ field: Field.Handle<PartialDate>, by separator: String, lessYears: Int = 0) -> JSONValue {
        guard let date = soundDate(field), date.precision != .unknown, let year = Int(date.raw.prefix(4)) else {
            return ""
        }
        let raw = date.raw
        return .string("\(year - lessYears)\(separator)\(raw.dropFirst(4).prefix(2))\(separator)\(raw.suffix(2))")
    }

    /// The photo in base64 as a member, none where the record has none.
    func photoMember(_ name: String) -> [JSONValue.Member] {
        photoBase64.map { [.init(name: name, value: .string($0))] } ?? []
    }
}
