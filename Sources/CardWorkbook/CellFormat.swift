internal import CXLSXWriter

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

    /// Adds the format to a workbook, which owns it.
    func make(in workbook: UnsafeMutablePointer<lxw_workbook>) -> UnsafeMutablePointer<lxw_format>? {
        guard let format = workbook_add_format(workbook) else { return nil }
        // On every Windows, and with Thai letters of its own.
        format_set_font_name(format, "Tahoma")
        format_set_font_size(format, 10)
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        format_set_num_format(format, numberFormat)
        if self == .day { format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue)) }
        if self == .text { format_set_text_wrap(format) }
        if self == .heading {
            format_set_bold(format)
            format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
        }
        return format
    }

    private var numberFormat: String {
        switch self {
        case .heading, .text: "@"
        case .number: "0"
        case .day: "dd/mm/yyyy"
        }
    }
}
