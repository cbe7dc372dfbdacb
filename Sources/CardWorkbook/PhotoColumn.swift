internal import CardFormats
internal import CardPortrait
internal import CardRecord

/// The photos of a workbook, each in the cell of its row.
///
/// All are held until the file is written, so their number of bytes is bounded. They are checked and
/// coded anew first: see `HarmlessJPEG`.
struct PhotoColumn {
    /// Most bytes of all photos: some 13,000 of the size that cards have.
    static let limit = 1 << 26
    /// Height of a row, in points.
    static let rowHeight = 72.0
    /// Width of the column, in digits.
    static let width = 12.0

    let column: Int
    private let most: Int
    private var held = 0
    /// How many photos were not shown for what they are.
    private(set) var refused = 0

    init(column: Int, holding most: Int = Self.limit) {
        self.column = column
        self.most = most
    }

    /// Puts a record's photo into its row; where there is none to show, a word that says why.
    mutating func put(_ record: JSONRecord, into file: XLSXFile, row: Int) throws(WorkbookError) {
        guard let photo = record.photo else { return }
        let jpeg: HarmlessJPEG
        do {
            jpeg = try HarmlessJPEG(photo)
        } catch {
            refused += 1
            return try file.write(error == .damaged ? "damaged" : "refused", .text, row: row, column: column)
        }
        held += jpeg.bytes.count
        guard held <= most else { throw .tooManyPhotos(limit: most) }
        let scale = min(Self.pixelHeight / Double(jpeg.height), Self.pixelWidth / Double(jpeg.width))
        try file.insert(jpeg.bytes, scale: scale, row: row, column: column)
    }

    /// What is free of the cell, in pixels of a 96th of an inch.
    private static let pixelWidth = width * 7
    private static let pixelHeight = rowHeight * 96 / 72 - 4
}
