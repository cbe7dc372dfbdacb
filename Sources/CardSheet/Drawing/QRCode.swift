internal import CQRCode
internal import CardPortrait

/// A QR code (ISO/IEC 18004) of some text, at the second level of error correction (15 %).
struct QRCode {
    /// Modules of a side, quiet zone included.
    let side: Int
    private let dark: [Bool]

    /// Modules of paper around the code, which readers need.
    static let quietZone = 4

    /// - Throws: `outOfMemory`; every text that a sheet puts into a code fits.
    init(_ text: String) throws(SheetError) {
        guard let code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else { throw .outOfMemory }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        dark = UnsafeBufferPointer(start: code.pointee.data, count: width * width).map { $0 & 1 == 1 }
        side = width + 2 * Self.quietZone
    }

    /// The dark modules over a square, neighbours in a row as one.
    func rectangles(in square: Rectangle) -> [Rectangle] {
        let count = side - 2 * Self.quietZone
        let module = square.width / Double(side)
        func rectangle(row: Int, _ columns: Range<Int>) -> Rectangle {
            Rectangle(
                x: square.x + Double(columns.lowerBound + Self.quietZone) * module,
                y: square.y + Double(row + Self.quietZone) * module,
                width: Double(columns.count) * module, height: module)
        }
        var rectangles: [Rectangle] = []
        for row in 0..<count {
            var start: Int?
            for column in 0...count {
                let isDark = column < count && dark[row * count + column]
                if isDark, start == nil { start = column }
                if !isDark, let first = start {
                    rectangles.append(rectangle(row: row, first..<column))
                    start = nil
                }
            }
        }
        return rectangles
    }
}
