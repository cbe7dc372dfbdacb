import CardRecord

/// The rows of a table in text (RFC 4180), one after another; commas, semicolons or tabs between cells.
struct CSVRows {
    private static let quote = UInt8(ascii: "\"")
    private static let newline = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    private let bytes: [UInt8]
    private let separator: UInt8
    private var place = 0
    private var line = 1

    init(_ bytes: [UInt8], separator: UInt8) { (self.bytes, self.separator) = (bytes, separator) }

    /// A row, and the line on which it begins.
    struct Row {
        let line: Int
        /// `nil` where quotes are open at the end of the file, or text stands behind ones that are closed.
        let cells: [String]?
    }

    /// The next row that is not blank; `nil` after the last.
    mutating func next() -> Row? {
        while place < bytes.endIndex, isEnd(bytes[place]) { skip() }
        guard place < bytes.endIndex else { return nil }
        let first = line
        var (cells, isWhole) = ([String](), true)
        while true {
            let cell = place < bytes.endIndex && bytes[place] == Self.quote ? quoted() : plain()
            cells.append(cell ?? "")
            isWhole = isWhole && cell != nil
            guard place < bytes.endIndex, bytes[place] == separator else { break }
            place += 1
        }
        return Row(line: first, cells: isWhole ? cells : nil)
    }

    private mutating func plain() -> String {
        let start = place
        while place < bytes.endIndex, bytes[place] != separator, !isEnd(bytes[place]) { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    /// `nil` where it is none; then what follows to the end of the line is passed over, too.
    private mutating func quoted() -> String? {
        var cell: [UInt8] = []
        place += 1
        while place < bytes.endIndex {
            if bytes[place] != Self.quote {
                cell.append(bytes[place])
            } else if place + 1 < bytes.endIndex, bytes[place + 1] == Self.quote {
                cell.append(Self.quote)
                place += 1
            } else {
                place += 1
                let rest = plain()
                return rest.isEmpty ? String(decoding: cell, as: UTF8.self) : nil
            }
            skip()
        }
        return nil
    }

    private func isEnd(_ byte: UInt8) -> Bool { byte == Self.newline || byte == Self.carriageReturn }

    /// Counts lines of any system: the second half of a pair of ends is none.
    private mutating func skip() {
        let isSecond = bytes[place] == Self.newline && place > 0 && bytes[place - 1] == Self.carriageReturn
        if isEnd(bytes[place]), !isSecond { line += 1 }
        place += 1
    }
}
