package import CardRecord
package import ThaiIDCard

/// What a record has in a column, for programs that tell kinds of cells apart.
package enum ColumnValue: Hashable, Sendable {
    /// Nothing.
    case none
    /// A text, or the words of a list. It is as the record has it: making it safe is the writer's.
    case text(String)
    /// A whole number.
    case number(Int)
    /// A whole day. What is less than that is a text, as long as what is known.
    case day(CalendarDay)
}

extension JSONRecord {
    /// What the record has in some columns, in their order.
    package func values(in columns: [Column]) -> [ColumnValue] {
        var values: [ColumnValue] = []
        var index = 0
        forEachValue(in: columns) { json in
            values.append(columns[index].value(json))
            index += 1
        }
        return values
    }
}

extension Column {
    /// Whether it shows dates, of which those that are whole are days.
    package var isDate: Bool { member == "iso" }

    fileprivate func value(_ json: JSONValue?) -> ColumnValue {
        if let number = json?.integer { return .number(number) }
        guard let text = json?.cellText, !text.isEmpty else { return .none }
        if isDate, let day = CalendarDay(iso: text.utf8) { return .day(day) }
        return .text(text)
    }
}
