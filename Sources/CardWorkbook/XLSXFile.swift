internal import CXLSXWriter

/// The door to libxlsxwriter: a workbook of one sheet, written row by row.
///
/// Rows go to a file without a name as they come (the library's constant-memory mode), so a cell can
/// only be written in the row at hand. Nothing is ever written as a formula or a link.
final class XLSXFile {
    private var workbook: UnsafeMutablePointer<lxw_workbook>?
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let formats: [CellFormat: UnsafeMutablePointer<lxw_format>]

    /// - Parameter path: of a file that can be written back and forth. It is opened at the end.
    init(path: String, sheetName: String) throws(WorkbookError) {
        var options = lxw_workbook_options(constant_memory: 1, tmpdir: nil, use_zip64: 0)
        guard let workbook = workbook_new_opt(path, &options), let sheet = workbook_add_worksheet(workbook, sheetName)
        else { throw .library(code: Int(LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue)) }
        self.workbook = workbook
        self.sheet = sheet
        var formats: [CellFormat: UnsafeMutablePointer<lxw_format>] = [:]
        for format in CellFormat.allCases { formats[format] = format.make(in: workbook) }
        self.formats = formats
    }

    deinit { if workbook != nil { lxw_workbook_free(workbook) } }

    /// Writes a cell whose type is text, whatever the text says.
    func write(_ text: String, _ format: CellFormat, row: Int, column: Int) throws(WorkbookError) {
        try check(worksheet_write_string(sheet, UInt32(row), UInt16(column), text, formats[format]))
    }

    /// Writes a number.
    func write(_ number: Double, _ format: CellFormat, row: Int, column: Int) throws(WorkbookError) {
        try check(worksheet_write_number(sheet, UInt32(row), UInt16(column), number, formats[format]))
    }

    /// Makes every row so high, in points, but the first. Rows that differ would be forgotten when
    /// it is reckoned how many of them a picture covers.
    func setHeights(_ points: Double) throws(WorkbookError) {
        worksheet_set_default_row(sheet, points, 0)
        try check(worksheet_set_row(sheet, 0, Self.usualHeight, nil))
    }

    /// Makes a column so wide, in digits, and its empty cells of a format.
    func setWidth(_ digits: Double, _ format: CellFormat, column: Int) throws(WorkbookError) {
        try check(worksheet_set_column(sheet, UInt16(column), UInt16(column), digits, formats[format]))
    }

    /// Puts a JPEG file into a cell, with which it moves and grows.
    func insert(_ jpeg: [UInt8], scale: Double, row: Int, column: Int) throws(WorkbookError) {
        var options = lxw_image_options()
        (options.x_offset, options.y_offset) = (2, 2)
        (options.x_scale, options.y_scale) = (scale, scale)
        options.object_position = UInt8(LXW_OBJECT_MOVE_AND_SIZE.rawValue)
        options.decorative = 1
        try check(
            worksheet_insert_image_buffer_opt(
                sheet, UInt32(row), UInt16(column), jpeg, jpeg.count, &options))
    }

    /// Makes the first row a heading that stays in sight, is printed on every page, and filters the
    /// rows down to the last.
    func head(lastRow: Int, lastColumn: Int) throws(WorkbookError) {
        worksheet_freeze_panes(sheet, 1, 0)
        try check(worksheet_repeat_rows(sheet, 0, 0))
        try check(worksheet_autofilter(sheet, 0, 0, UInt32(lastRow), UInt16(lastColumn)))
        worksheet_ignore_errors(
            sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue),
            "A1:\(Self.name(ofColumn: lastColumn))\(lastRow + 1)")
        worksheet_set_paper(sheet, Self.a4)
        worksheet_set_landscape(sheet)
        worksheet_fit_to_pages(sheet, 1, 0)
    }

    /// Writes the file. Nothing can be added to it then.
    ///
    /// - Parameter created: seconds since 1970; not 0, which stands for the time of the clock.
    func close(title: String, created: Int) throws(WorkbookError) {
        try title.withMutableCString { title throws(WorkbookError) in
            try "thaiid".withMutableCString { author throws(WorkbookError) in
                var properties = lxw_doc_properties()
                (properties.title, properties.author, properties.created) = (title, author, created)
                try check(workbook_set_properties(workbook, &properties))
            }
        }
        let result = workbook_close(workbook)
        workbook = nil
        try check(result)
    }

    /// Height of the first row, in points. The library passes over 15, which is its own.
    private static let usualHeight = 18.0

    /// A, B, … Z, AA, …
    private static func name(ofColumn column: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column % 26)))
        return column < 26 ? letter : name(ofColumn: column / 26 - 1) + letter
    }

    /// Microsoft's number of the paper (DMPAPER_A4).
    private static let a4: UInt8 = 9

    /// The library's sentence for a result, without its full stop.
    private static func words(for result: lxw_error) -> String {
        let sentence = String(cString: lxw_strerror(result))
        return sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    }

    /// The one door through which a result becomes an error.
    private func check(_ result: lxw_error) throws(WorkbookError) {
        switch result {
        case LXW_NO_ERROR: return
        case LXW_ERROR_CREATING_XLSX_FILE, LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_READING_TMPFILE,
            LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE:
            throw .notWritten(reason: Self.words(for: result))
        default: throw .library(code: Int(result.rawValue))
        }
    }
}

extension String {
    /// Lends the text to a function that takes it as one that it could change, and does not.
    fileprivate func withMutableCString<Failure: Error>(
        _ body: (UnsafeMutablePointer<CChar>) throws(Failure) -> Void
    ) throws(Failure) {
        var bytes = Array(utf8CString)
        try bytes.withUnsafeMutableBufferPointer { buffer throws(Failure) in
            if let start = buffer.baseAddress { try body(start) }
        }
    }
}

extension CellFormat {
    /// Adds the format to a workbook, which owns it.
    fileprivate func make(in workbook: UnsafeMutablePointer<lxw_workbook>) -> UnsafeMutablePointer<lxw_format>? {
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
}

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
