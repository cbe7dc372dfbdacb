import CardRecord
import Host
import ThaiIDCard

/// A row of a table, made a record.
struct TableRow {
    /// The shortest answer to reset that there is: no card gave one.
    private static let atr = "3B00"

    private let columns: [TableColumn]
    private let cells: [String]

    init(_ columns: [TableColumn], _ cells: [String]) { (self.columns, self.cells) = (columns, cells) }

    /// What the row says, and whether it says when. An empty cell says nothing.
    func record() throws(CommandFault) -> (record: JSONRecord, isDated: Bool) {
        guard let longest = columns.map(\.place).max(), cells.count > longest else { throw .badCell(",") }
        var (card, fields, at, id) = (IDCard(), [Field](), String?.none, ReadID?.none)
        for column in columns {
            let text = cells[column.place].trimmingBlanks
            guard !text.isEmpty else { continue }
            guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
                throw .badCell("U+0000–U+001F")
            }
            switch column.target {
            case .readAt:
                guard let moment = Self.moment(text) else { throw .badCell("read.at") }
                at = moment
            case .readID:
                id = ReadID(text)
                guard id != nil else { throw .badCell("read.id") }
            case .field(let field, _) where fields.contains { $0.key == field.key }: continue
            case .field(let field, _):
                guard let value = try value(of: field), field.put(value, into: &card) else { throw .badCell(field.key) }
                fields.append(field)
            }
        }
        guard fields.contains(where: { $0.key == Field.citizenID.key }) else { throw .badCell(Field.citizenID.key) }
        let read = Record.Read(
            id: id, at: at ?? WallClock.system.now, source: .virtual, reader: nil, atr: Self.atr, exchanges: 0,
            milliseconds: 0)
        do throws(RecordSyntaxError) {
            return (try JSONRecord(json: Record(read: read, card: card, fields: fields).json), at != nil || id != nil)
        } catch {
            throw .badCell(error.key)
        }
    }

    /// A field's value, of all the columns that have parts of it; `nil` where it is none.
    private func value(of field: Field) throws(CommandFault) -> FieldValue? {
        func cell(_ part: String?) -> String? {
            columns.first { column in
                if case .field(let other, let name) = column.target {
                    other.key == field.key && name == part
                } else {
                    false
                }
            }.map { cells[$0.place].trimmingBlanks }
        }
        func parts(_ names: [String]) -> [String] { names.map { cell($0) ?? "" } }
        switch field.kind {
        case .citizenID:
            guard let number = CitizenID(InputText.withoutGaps(cell(nil) ?? "")), number.hasValidCheckDigit else {
                return nil
            }
            return .citizenID(number)
        case .name:
            let language: Language = field.key == Field.nameThai.key ? .thai : .english
            return .name(PersonName(parts: parts(["title", "first", "middle", "last"]), language: language))
        case .date:
            return date(
                cell("raw"), cell(nil), ends: [Field.expiryDate.key, Field.Health.expiryDate.key].contains(field.key))
        case .sex: return Self.sex(cell("value") ?? cell(nil) ?? "").map { .sex(Sex(raw: $0)) }
        case .address: return .address(Address(parts: parts(Address.Slot.allCases.map(\.rawValue))))
        case .text: return .text(cell(nil) ?? "")
        case .photo: return nil
        }
    }

    /// What a table of thaiid's has stands as the card had it; what an older tool has is to be a date.
    private func date(_ raw: String?, _ text: String?, ends: Bool) -> FieldValue? {
        guard let raw = raw ?? text.flatMap({ TableDate($0, ends: ends)?.raw }) else { return nil }
        return .date(ends ? PartialDate(expiry: raw) : PartialDate(raw: raw))
    }

    private static func sex(_ word: String) -> String? {
        switch word.lowercased() {
        case "1", "m", "male", "ชาย": "1"
        case "2", "f", "female", "หญิง": "2"
        default: nil
        }
    }

    /// A moment with its offset, or a day, of which the beginning in Thailand is meant.
    private static func moment(_ text: String) -> String? {
        if Moment(iso: text) != nil { return text }
        return TableDate(text)?.day.map { "\($0)T00:00:00+07:00" }
    }
}
