public import CardFormats
public import CardRecord
internal import Host
public import ThaiIDCard

/// Records as a workbook for Excel and its like (ECMA-376): a row each, below a row of names.
///
/// Texts are text cells, digits as they stand; whole days are dates, and what is less than that is
/// text; no cell is ever a formula. Rows pass through: of all but the photos none is held. The same
/// records give the same bytes.
public final class Workbook {
    /// Most records: a sheet's rows but the first.
    public static let recordLimit = 1_048_575

    private let columns: [Column]
    private let mostRecords: Int
    private let scratch: ScratchFile
    private let file: XLSXFile
    private var widths: [ColumnWidth]
    private var photos: PhotoColumn?
    private var count = 0
    private var created: Int?

    /// Begins a workbook.
    ///
    /// - Parameter hasPhotos: whether a last column shows the photos.
    public convenience init(
        columns: [Column], headings: Language? = nil, hasPhotos: Bool = false
    ) throws(WorkbookError) {
        let photos = hasPhotos ? PhotoColumn(column: columns.count) : nil
        try self.init(columns, headings: headings, photos: photos, Self.recordLimit)
    }

    init(
        _ columns: [Column], headings: Language? = nil, photos: PhotoColumn? = nil, _ mostRecords: Int
    ) throws(WorkbookError) {
        self.columns = columns
        self.mostRecords = mostRecords
        self.photos = photos
        do throws(SystemError) { scratch = try ScratchFile() } catch { throw .notWritten(reason: "\(error)") }
        file = try XLSXFile(path: scratch.path, sheetName: "cards")
        widths = columns.map { _ in ColumnWidth() }
        if photos != nil { try file.setHeights(PhotoColumn.rowHeight) }
        for (index, column) in columns.enumerated() {
            let heading = column.heading(in: headings)
            try file.write(heading, .heading, row: 0, column: index)
            widths[index].fit(heading: heading)
        }
        if let photos {
            let field = Field.photo.row
            let heading = headings.map { field.label[$0] } ?? field.key
            try file.write(heading, .heading, row: 0, column: photos.column)
        }
    }

    /// Adds a record.
    public func append(_ record: JSONRecord) throws(WorkbookError) {
        guard count < mostRecords else { throw .tooManyRecords(limit: mostRecords) }
        count += 1
        created = created ?? record.readAt.flatMap(Self.seconds)
        for (index, value) in record.values(in: columns).enumerated() { try write(value, column: index) }
        try photos?.put(record, into: file, row: count)
    }

    /// How many photos it does not show, since they are not decoded: their cells say so.
    public var refusedPhotos: Int { photos?.refused ?? 0 }

    /// Ends it. What it became is then fetched with `nextPart`.
    public func finish() throws(WorkbookError) {
        for index in columns.indices {
            try file.setWidth(widths[index].digits, columns[index].isDate ? .day : .text, column: index)
        }
        if let photos { try file.setWidth(PhotoColumn.width, .text, column: photos.column) }
        let lastColumn = columns.count - (photos == nil ? 1 : 0)
        try file.head(lastRow: count, lastColumn: lastColumn)
        try file.close(title: "thaiid", created: created ?? Self.earliest)
    }

    /// The next bytes of the finished file; none at its end.
    public func nextPart() throws(WorkbookError) -> [UInt8] {
        do throws(SystemError) { return try scratch.nextPart() } catch { throw .notWritten(reason: "\(error)") }
    }

    private func write(_ value: ColumnValue, column: Int) throws(WorkbookError) {
        switch value {
        case .none: return
        case .number(let number) where number.magnitude >= Self.firstInexact:
            try write(text: String(number), column: column)
        case .number(let number):
            widths[column].fit(String(number))
            try file.write(Double(number), .number, row: count, column: column)
        case .day(let day):
            guard let number = SerialDay.number(of: day) else { return try write(text: day.iso, column: column) }
            try file.write(Double(number), .day, row: count, column: column)
        case .text(let text): try write(text: text, column: column)
        }
    }

    private func write(text: String, column: Int) throws(WorkbookError) {
        let safe = CellText.safe(text)
        guard safe.utf16.count <= CellText.longest else { throw .tooLong(column: columns[column].name) }
        widths[column].fit(safe)
        try file.write(safe, .text, row: count, column: column)
    }

    /// The first number that a workbook does not show digit by digit.
    private static let firstInexact: UInt = 1_000_000_000_000_000

    /// When a workbook without any record was made: the first time that its container can say.
    private static let earliest = 315_532_800

    private static func seconds(_ time: String) -> Int? {
        Moment(iso: time).flatMap { $0.secondsSince1970 > earliest ? $0.secondsSince1970 : nil }
    }
}

/// A day as workbooks count them: 1 is the first of January 1900.
enum SerialDay {
    /// The number of a day; `nil` before March 1900, since programs disagree on whether there was a
    /// 29th of February then.
    static func number(of day: CalendarDay) -> Int? {
        let march = CalendarDay(year: 1900, month: 3, day: 1)
        return day < march ? nil : day.number - march.number + 61
    }
}

/// How wide a column becomes: as wide as its longest cell, within reason.
struct ColumnWidth {
    /// In digits of the usual font.
    static let bounds = 8.0...48.0

    private(set) var digits = bounds.lowerBound

    /// Makes room for a text. Thai marks take none of their own; its letters are as wide as digits.
    mutating func fit(_ text: String, isBold: Bool = false) {
        let columns = Double(TerminalColumns.count(text)) * (isBold ? 1.15 : 1.05) + 2
        digits = min(max(digits, columns), Self.bounds.upperBound)
    }

    /// Makes room for what a heading has at its right end: the filter's button.
    mutating func fit(heading: String) { fit(heading + "  ", isBold: true) }
}

/// Why records make no workbook.
public enum WorkbookError: Error, Hashable, Sendable {
    /// A sheet has no more rows than these.
    case tooManyRecords(limit: Int)
    /// The photos are more bytes than these, all of which are held until the end.
    case tooManyPhotos(limit: Int)
    /// A text is longer than a cell can hold.
    case tooLong(column: String)
    /// The system did not take what was to be written.
    case notWritten(reason: String)
    /// The library failed in a way that is a defect.
    case library(code: Int)
}
