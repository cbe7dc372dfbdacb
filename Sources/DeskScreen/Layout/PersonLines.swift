internal import CardFormats
internal import CardRecord
internal import ThaiIDCard

/// What is on a card, for somebody who only glances at it.
struct PersonLines {
    /// From so many days before its end, it is said how many are left of a card's time.
    private static let soon = 30

    let record: Record
    let words: ScreenWords
    let columns: Int

    /// Names and number first, then birth, validity and address, then what is odd, then all else.
    var blocks: [Block] {
        var blocks = head
        let details = Self.details.compactMap(field).filter { !isExpired || $0.key != Field.expiryDate.key }
        if !details.isEmpty { blocks.append(.gap) }
        blocks += details.map { Block(.details, row($0)) }
        blocks += record.card.warnings.map { warning in
            let label = Field.named(warning.field)?.label[language] ?? warning.field
            return Block(.notes, wrapped("\(words.note): \(label): \(warning.message[language])", .odd))
        }
        let others = record.fields.filter(isOther)
        if !others.isEmpty { blocks.append(.gap) }
        return blocks + others.map { Block(.others, row($0)) }
    }

    private static let names = [Field.nameThai.key, Field.nameEnglish.key, Field.citizenID.key]
    private static let details = [Field.birthDate.key, Field.expiryDate.key, Field.address.key]

    private var language: Language { words.language }
    private var isExpired: Bool { record.dates.validity == .expired }

    private func field(_ key: String) -> Field? { record.fields.first { $0.key == key } }

    /// Whether it is shown where there is room: what somebody asked for beyond what every card is looked at for.
    private func isOther(_ field: Field) -> Bool {
        let usual = Self.names + Self.details
        let isPicked = !usual.allSatisfy { self.field($0) != nil }
        return !usual.contains(field.key) && field.kind != .photo && (isPicked || field.group != .card)
    }

    /// Names and number; below them, that the card has expired.
    private var head: [Block] {
        let names = Self.names.compactMap(field).map { field in
            let isBlank = record.state(of: field).value == nil
            return Block(
                field.key == Field.nameEnglish.key ? .second : .first,
                isBlank ? row(field) : wrapped(record.value(of: field, language), .strong))
        }
        guard isExpired, let expiry = record.card.expiryDate.value else { return names }
        let date = FieldValue.date(expiry).text(in: language)
        let line = words.expired + " " + date
        let fits = TerminalColumns.count(line) <= columns
        let alarm = fits ? wrapped(line, .alarm) : wrapped(words.expired, .alarm) + wrapped(date, .alarm)
        return names + [Block(.first, alarm)]
    }

    private func wrapped(_ text: String, _ style: Style) -> [ScreenLine] {
        TextFlow.lines(text, columns: columns).map { ScreenLine($0, style) }
    }

    /// A label, and beside it what the card says.
    private func row(_ field: Field) -> [ScreenLine] {
        let label = field.label[language]
        let indent = min(labelColumns, max(4, columns / 3))
        let head = TerminalColumns.pad(label, to: indent - 2) + "  "
        // A label that is longer than those that are always there has a line of its own.
        let isApart = TerminalColumns.count(head) > indent
        // What follows from a date stands by itself where both do not fit in a line.
        let value = value(of: field)
        let isShort = field.dateHandle == nil || TerminalColumns.count(value) <= columns - indent
        let parts = isShort ? [value] : value.split(separator: "·").map(String.init)
        let lines = parts.flatMap { TextFlow.lines($0, columns: columns - indent) }
        let style = isEndingSoon && field.key == Field.expiryDate.key ? Style.odd : .plain
        let margin = String(repeating: " ", count: indent)
        let rows = lines.enumerated().map { number, line in
            ScreenLine(number == 0 && !isApart ? head : margin, .faint) + ScreenLine(line, style)
        }
        return isApart ? [ScreenLine(label, .faint)] + rows : rows
    }

    private var labelColumns: Int {
        2 + (Self.details.compactMap { Field.named($0)?.label[language] }.map(TerminalColumns.count).max() ?? 0)
    }

    private func value(of field: Field) -> String {
        let value = record.value(of: field, language)
        guard field.key == Field.expiryDate.key, isEndingSoon, let daysLeft else { return value }
        return value + " · " + words.daysLeft(daysLeft)
    }

    private var isEndingSoon: Bool {
        record.dates.validity == .valid && daysLeft.map { $0 <= Self.soon } == true
    }

    /// How many days the card is still valid after the day of reading.
    private var daysLeft: Int? {
        guard let expiry = record.card.expiryDate.value, let year = expiry.year, let month = expiry.month,
            let day = expiry.day, let today = record.read.day?.inGregorianYears
        else { return nil }
        return CalendarDay(year: year, month: month, day: day).number - today.number
    }
}
