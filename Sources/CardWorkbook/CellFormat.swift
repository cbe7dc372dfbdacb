/// How a cell looks, and what becomes of what somebody types into it.
enum CellFormat: Hashable, CaseIterable {
    /// A column's name.
    case heading
    /// Text that stays text when it is edited: no digits get lost, nothing becomes a formula.
    case text
    /// A whole number.
    case number
    /// A day, as Thai forms write it, in the Gregorian calendar.
    case day

    /// Excel's words for how a value is shown.
    var numberFormat: String {
        switch self {
        case .heading, .text: "@"
        case .number: "0"
        case .day: "dd/mm/yyyy"
        }
    }
}
