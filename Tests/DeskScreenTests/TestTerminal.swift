/// As much of a terminal as the painter uses: cells, a place to write at, erasing to the end of a line.
struct TestTerminal {
    private(set) var rows: [[String]]
    private var (row, column) = (0, 0)
    /// The sequences that colour text, in order.
    private(set) var styles: [String] = []

    init(columns: Int, rows: Int) {
        self.rows = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    }

    var text: [String] { rows.map { $0.joined() } }

    mutating func take(_ bytes: [UInt8], columns count: (Character) -> Int) {
        var rest = Substring(String(decoding: bytes, as: UTF8.self))
        while let next = rest.first {
            guard next == "\u{1B}" else {
                put(next, count(next))
                rest.removeFirst()
                continue
            }
            let parameters = rest.dropFirst(2).prefix { $0.isNumber || $0 == ";" }
            let end = rest[parameters.endIndex]
            switch end {
            case "H":
                let place = parameters.split(separator: ";").compactMap { Int($0) }
                (row, column) = (place[0] - 1, place[1] - 1)
            case "K": for index in column..<rows[row].count { rows[row][index] = " " }
            case "m": styles.append(String(parameters))
            default: fatalError("ESC [ \(parameters) \(end)")
            }
            rest = rest[rest.index(after: parameters.endIndex)...]
        }
    }

    private mutating func put(_ character: Character, _ columns: Int) {
        rows[row][column] = String(character)
        for index in (column + 1)..<max(column + 1, column + columns) { rows[row][index] = "" }
        column += columns
    }
}
