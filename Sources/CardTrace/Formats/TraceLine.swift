/// One line of a file, without its end, and where it stands.
struct TraceLine {
    let text: ArraySlice<UInt8>
    let number: Int
    private let start: Int

    init(_ text: ArraySlice<UInt8>, number: Int) {
        self.init(text, number: number, start: text.startIndex)
    }

    private init(_ text: ArraySlice<UInt8>, number: Int, start: Int) {
        self.text = text
        self.number = number
        self.start = start
    }

    /// A part of the line, whose bytes keep their columns.
    func part(_ text: ArraySlice<UInt8>) -> TraceLine { TraceLine(text, number: number, start: start) }

    /// The line without blanks at either end.
    var trimmed: ArraySlice<UInt8> { Self.trim(text) }

    /// What is wrong, at one of the bytes or at the first.
    func fault(_ expected: String, at index: Int? = nil) -> TraceSyntaxError {
        TraceSyntaxError(line: number, column: (index ?? text.startIndex) - start + 1, expected: expected)
    }

    /// What follows a word at the line's beginning, without blanks at either end.
    func rest(after word: String) -> ArraySlice<UInt8>? {
        text.starts(with: word.utf8) ? Self.trim(text.dropFirst(word.utf8.count)) : nil
    }

    /// What follows a word, wherever in the line it first stands, without blanks at either end.
    func rest(afterAny word: String) -> ArraySlice<UInt8>? {
        let word = Array(word.utf8)
        var left = text
        while let index = left.firstIndex(of: word[0]) {
            left = left[index...]
            if left.starts(with: word) { return Self.trim(left.dropFirst(word.count)) }
            left = left.dropFirst()
        }
        return nil
    }

    /// The bytes that pairs of hex digits stand for, with or without gaps between the bytes.
    func bytes(
        _ digits: ArraySlice<UInt8>, _ counts: ClosedRange<Int>
    ) throws(TraceSyntaxError) -> [UInt8] {
        var bytes: [UInt8] = []
        var index = digits.startIndex
        while index < digits.endIndex {
            if digits[index].isBlank {
                index += 1
                continue
            }
            bytes.append(try byte(at: index, within: digits))
            index += 2
        }
        guard counts.contains(bytes.count) else {
            let count =
                counts.lowerBound == counts.upperBound
                ? "\(counts.lowerBound)" : "\(counts.lowerBound) to \(counts.upperBound)"
            throw fault("\(count) bytes as pairs of hex digits", at: digits.startIndex)
        }
        return bytes
    }

    /// The byte that two hex digits stand for.
    func byte(at index: Int, within digits: ArraySlice<UInt8>) throws(TraceSyntaxError) -> UInt8 {
        guard index < digits.endIndex, let high = digits[index].hexDigit else { throw fault("a hex digit", at: index) }
        guard index + 1 < digits.endIndex, let low = digits[index + 1].hexDigit else {
            throw fault("the second hex digit of a byte", at: index + 1)
        }
        return high << 4 | low
    }

    private static func trim(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text
        while text.first?.isBlank == true { text.removeFirst() }
        while text.last?.isBlank == true { text.removeLast() }
        return text
    }
}

/// The lines of a file, ended by LF or CR LF; a byte order mark is passed over.
struct TraceLines: IteratorProtocol {
    private let bytes: [UInt8]
    private var index: Int
    private var number = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    mutating func next() -> TraceLine? {
        guard index < bytes.count else { return nil }
        let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
        defer { index = end + 1 }
        number += 1
        let text = bytes[index..<end]
        return TraceLine(text.last == 0x0D ? text.dropLast() : text, number: number)
    }

    /// The first lines, for a look at what a file is.
    static func head(of bytes: [UInt8], _ count: Int) -> [TraceLine] {
        var lines = TraceLines(bytes)
        return (0..<count).compactMap { _ in lines.next() }
    }

    /// What ought to stand in the line after the last one read.
    func missing(_ expected: String) -> TraceSyntaxError {
        TraceSyntaxError(line: number + 1, column: 1, expected: expected)
    }
}

extension UInt8 {
    /// Whether it is a space or a tab.
    var isBlank: Bool { self == 0x20 || self == 0x09 }

    /// Whether it is a decimal digit.
    var isDigit: Bool { (0x30...0x39).contains(self) }

    /// Whether it is an ASCII letter or digit.
    var isAlphanumeric: Bool { isDigit || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }

    /// The value of a hex digit in either case.
    var hexDigit: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x37
        case 0x61...0x66: self - 0x57
        default: nil
        }
    }
}

extension ArraySlice<UInt8> {
    /// The text that the bytes spell; what is not UTF-8 becomes U+FFFD.
    var string: String { String(decoding: self, as: UTF8.self) }

    /// The number that decimal digits, and nothing else, spell.
    var decimal: Int? { !isEmpty && count <= 18 && allSatisfy(\.isDigit) ? Int(string) : nil }

    /// The number that hex digits after `0x`, and nothing else, spell.
    var hexNumber: UInt64? {
        guard starts(with: "0x".utf8), count > 2, dropFirst(2).allSatisfy({ $0.hexDigit != nil }) else { return nil }
        return UInt64(dropFirst(2).string, radix: 16)
    }
}
