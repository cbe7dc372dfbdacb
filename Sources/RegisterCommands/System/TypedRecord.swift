import CardRecord
import Host
import ThaiIDCard

/// A record of what somebody typed, in the shape of any other.
struct TypedRecord {
    /// The shortest answer to reset that there is: no card gave one.
    private static let atr = "3B00"
    private let card: IDCard

    init(citizenID: String, nameThai: String, nameEnglish: String?, born: String?, sex: String?) throws(CommandFault) {
        var card = IDCard()
        func put(_ field: Field?, _ value: FieldValue?) throws(CommandFault) {
            guard let field, let value, field.put(value, into: &card) else { throw .badOption(field?.key ?? "") }
        }
        func field<Value>(_ handle: Field.Handle<Value>) -> Field? { Field.all.first { $0.key == handle.key } }
        try put(field(Field.citizenID), CitizenID(citizenID).map(FieldValue.citizenID))
        try put(field(Field.nameThai), .name(Self.name(nameThai, .thai)))
        if let nameEnglish { try put(field(Field.nameEnglish), .name(Self.name(nameEnglish, .english))) }
        if let born { try put(field(Field.birthDate), try Self.date(born)) }
        if let sex { try put(field(Field.sex), try Self.sex(sex)) }
        self.card = card
    }

    /// Parts between commas: title, given name, middle name, family name.
    private static func name(_ text: String, _ language: Language) -> PersonName {
        PersonName(
            parts: text.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmingBlanks },
            language: language)
    }

    /// Buddhist years, as far as the date is known.
    private static func date(_ text: String) throws(CommandFault) -> FieldValue {
        let parts = text.split(separator: "-").map(String.init)
        let digits = parts.joined()
        guard (1...3).contains(parts.count), parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count == 2 }),
            digits.allSatisfy(\.isNumber)
        else { throw .badOption("--born") }
        return .date(PartialDate(raw: digits + String(repeating: "0", count: 8 - digits.count)))
    }

    private static func sex(_ word: String) throws(CommandFault) -> FieldValue {
        switch word {
        case "male": .sex(Sex(raw: "1"))
        case "female": .sex(Sex(raw: "2"))
        default: throw .badOption("--sex")
        }
    }

    /// As it goes to the register.
    func json() -> JSONValue {
        let read = Record.Read(
            at: WallClock.system.now, source: .virtual, reader: nil, atr: Self.atr, exchanges: 0,
            milliseconds: 0)
        let all = Field.rows(Field.citizenID, Field.nameThai, Field.nameEnglish, Field.birthDate, Field.sex)
        let fields = all.filter { field in if case .notRead = field.state(in: card) { false } else { true } }
        return Record(read: read, card: card, fields: fields).json
    }
}

extension String {
    /// Without the blanks at both ends.
    var trimmingBlanks: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
