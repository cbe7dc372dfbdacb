/// Walks through JSON text (RFC 8259) from value to value and keeps none of them, so that a recording of
/// some megabytes costs no more memory than its exchanges; knows the line that it has come to.
struct JSONScanner {
    /// How deep lists and objects may lie within one another.
    private static let deepest = 64

    private let bytes: [UInt8]
    private var index: Int
    private var line = (number: 1, start: 0)
    private var depth = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        line.start = index
    }

    /// The rest of the line, from the next value on.
    var place: TraceLine {
        TraceLine(bytes[line.start...], number: line.number).part(bytes[index...])
    }

    /// The next byte that is no blank.
    mutating func next() -> UInt8? {
        while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) {
            index += 1
            if bytes[index - 1] == 0x0A { line = (line.number + 1, index) }
        }
        return index < bytes.count ? bytes[index] : nil
    }

    /// An object's members, each by its name, the value next; none may have a name twice.
    mutating func members(
        _ body: (inout JSONScanner, String) throws(TraceSyntaxError) -> Void
    ) throws(TraceSyntaxError) {
        var names: Set<String> = []
        try list(from: UInt8(ascii: "{"), to: UInt8(ascii: "}")) { scanner throws(TraceSyntaxError) in
            _ = scanner.next()
            let place = scanner.place
            let name = try scanner.string().string
            guard names.insert(name).inserted else { throw place.fault("each name once") }
            try scanner.take(UInt8(ascii: ":"))
            try body(&scanner, name)
        }
    }

    /// A list's values, each next.
    mutating func values(_ body: (inout JSONScanner) throws(TraceSyntaxError) -> Void) throws(TraceSyntaxError) {
        try list(from: UInt8(ascii: "["), to: UInt8(ascii: "]"), body)
    }

    /// What stands between a string's quotation marks, escapes as they are written.
    mutating func string() throws(TraceSyntaxError) -> ArraySlice<UInt8> {
        try take(UInt8(ascii: "\""))
        let start = index
        while index < bytes.count, bytes[index] >= 0x20 {
            if bytes[index] == UInt8(ascii: "\"") {
                index += 1
                return bytes[start..<(index - 1)]
            }
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        index = min(index, bytes.count)
        throw place.fault("the end of a string")
    }

    /// Passes over a value of any kind.
    mutating func skip() throws(TraceSyntaxError) {
        switch next() {
        case UInt8(ascii: "{"): try members { scanner, _ throws(TraceSyntaxError) in try scanner.skip() }
        case UInt8(ascii: "["): try values { scanner throws(TraceSyntaxError) in try scanner.skip() }
        case UInt8(ascii: "\""): _ = try string()
        default:
            let start = index
            while index < bytes.count, Self.isInNumberOrWord(bytes[index]) { index += 1 }
            guard index > start else { throw place.fault("a value of JSON") }
        }
    }

    private static func isInNumberOrWord(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    /// Nothing more than blanks.
    mutating func end() throws(TraceSyntaxError) {
        guard next() == nil else { throw place.fault("nothing after the object") }
    }

    private mutating func list(
        from start: UInt8, to end: UInt8, _ body: (inout JSONScanner) throws(TraceSyntaxError) -> Void
    ) throws(TraceSyntaxError) {
        try take(start)
        guard depth < Self.deepest else { throw place.fault("at most \(Self.deepest) levels") }
        depth += 1
        defer { depth -= 1 }
        if next() == end {
            index += 1
            return
        }
        while true {
            try body(&self)
            guard next() == UInt8(ascii: ",") else { return try take(end) }
            index += 1
        }
    }

    private mutating func take(_ byte: UInt8) throws(TraceSyntaxError) {
        guard next() == byte else { throw place.fault(String(UnicodeScalar(byte))) }
        index += 1
    }
}
