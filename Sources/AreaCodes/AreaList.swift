internal import CAreaList

/// The list as the program carries it, and where each line of it is.
///
/// Nothing of it is looked at before its first use, and no text is made of what nobody asks for.
struct AreaList: Sendable {
    static let whole = AreaList(Array(UnsafeBufferPointer(start: area_list(), count: area_list_count)))

    /// An area among the others, which stand in the order of their codes.
    struct Row: Sendable {
        let code: UInt32
        let level: Area.Level
        /// Where its Thai name stands.
        let name: Range<Int>
        /// Where its line ends.
        let end: Int
        /// Whether there is such an area no more.
        let isAbolished: Bool
        /// The next row that does not lie within it.
        fileprivate(set) var next = 0
    }

    let bytes: [UInt8]
    let rows: [Row]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        rows = Self.linked(Self.rows(bytes))
    }

    /// The rows of one level that lie in a row, or in the country.
    func places(in parent: Int?) -> some Sequence<Int> {
        let end = parent.map { rows[$0].next } ?? rows.count
        return sequence(first: parent.map { $0 + 1 } ?? 0) { rows[$0].next }.prefix { $0 < end }
    }

    /// The row of a code of two, four or six digits.
    func place(of code: String) -> Int? {
        guard let level = Area.Level(digits: code.utf8.count), let number = UInt32(code) else { return nil }
        let key = Self.order(number, level)
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if Self.order(rows[middle].code, rows[middle].level) < key { low = middle + 1 } else { high = middle }
        }
        guard low < rows.count, rows[low].code == number, rows[low].level == level else { return nil }
        return low
    }

    /// What puts codes in order as texts: the area, then what lies within it.
    private static func order(_ code: UInt32, _ level: Area.Level) -> UInt32 {
        switch level {
        case .province: code * 100_000
        case .district: code * 1000 + 1
        case .subdistrict: code * 10 + 2
        }
    }

    private static func rows(_ bytes: [UInt8]) -> [Row] {
        var rows: [Row] = []
        rows.reserveCapacity(bytes.count / 40)
        var (start, code, tabs, first, second): (Int, UInt32, Int, Int, Int) = (0, 0, 0, 0, 0)
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "\t"):
                tabs += 1
                if tabs == 1 { first = index } else if tabs == 2 { second = index }
            case UInt8(ascii: "\n"):
                if tabs > 1, let level = Area.Level(digits: first - start) {
                    rows.append(
                        Row(code: code, level: level, name: (first + 1)..<second, end: index, isAbolished: tabs > 2))
                }
                (start, code, tabs) = (index + 1, 0, 0)
            default:
                if tabs == 0 { code = code &* 10 &+ UInt32(byte & 0x0F) }
            }
        }
        return rows
    }

    /// Notes of each row where what lies within it ends: at the next of its own level or of one above.
    private static func linked(_ rows: [Row]) -> [Row] {
        var rows = rows
        var (province, district) = (rows.count, rows.count)
        for index in rows.indices.reversed() {
            switch rows[index].level {
            case .province:
                rows[index].next = province
                (province, district) = (index, index)
            case .district:
                rows[index].next = district
                district = index
            case .subdistrict:
                rows[index].next = index + 1
            }
        }
        return rows
    }
}
