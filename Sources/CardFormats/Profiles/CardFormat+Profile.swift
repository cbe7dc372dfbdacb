internal import CardRecord
internal import ThaiIDCard

extension CardFormat {
    /// A line of JSON under the names that another program reads. What such programs expect is known
    /// from their clients and sources alone, and said to be unverified where nobody saw it answered.
    ///
    /// - Parameter dates: the dates that it shows. One that nobody can have is left out, and that is said.
    static func profile(
        _ name: String, _ summary: Bilingual, dates: [String] = ["birthDate"],
        _ json: @escaping @Sendable (JSONRecord) -> JSONValue
    ) -> CardFormat {
        CardFormat(name, summary, fileExtension: "json") { record, _ in
            FormattedRecord(json(record).utf8Line, notes: record.notes(onDates: dates))
        }
    }
}

extension JSONRecord {
    /// A text of the card as these programs take it: empty where there is none.
    func plain(_ path: String...) -> JSONValue {
        .string(path.count == 1 ? text("card", path[0]) ?? "" : text("card", path[0], path[1]) ?? "")
    }

    /// Parts of one value, those that are there, with something between them.
    func joined(_ field: String, _ parts: [String], by separator: String = " ") -> JSONValue {
        .string(parts.compactMap { text("card", field, $0) }.joined(separator: separator))
    }

    /// All parts of a value with `#` between them, empty ones too, as the card has them.
    func hashed(_ field: String, _ parts: [String]) -> JSONValue {
        .string(parts.map { text("card", field, $0) ?? "" }.joined(separator: "#"))
    }

    /// The digits of a date as the card has them, empty where nobody can have it.
    func digits(_ field: String) -> JSONValue { .string(soundDate(field)?.raw ?? "") }

    /// The digits of a date in groups: `2533/04/15`. Empty where it names no year.
    ///
    /// - Parameter lessYears: what to take from the year, 543 for the Gregorian one.
    func grouped(_ field: String, in group: String = "card", by separator: String, lessYears: Int = 0) -> JSONValue {
        let key = group == "card" ? field : "\(group).\(field)"
        guard let date = soundDate(key), date.precision != .unknown, let year = Int(date.raw.prefix(4)) else {
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
