import CardFormats
import CardRecord

/// An output as lines that can be compared one by one: a label, path or column, and what it says.
///
/// Nothing is lost. What a line leaves out (the padding behind a label, the number of a step) follows
/// from the other lines, and where it does not, lines stay as they are. Long base64 is named by its
/// length and checksum.
struct OutputLines {
    let lines: [String]

    init(_ output: String) {
        var lines = output.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.last == "\r" ? String($0.dropLast()) + "␍" : String($0)
        }
        if lines.last == "" { lines.removeLast() } else { lines.append("(no line end)") }
        lines = lines.flatMap { Self.members($0) ?? [$0] }
        lines = Self.cells(lines) ?? Self.rows(lines) ?? Self.steps(lines) ?? lines
        self.lines = Self.withoutFoldedBase64(lines).map(Self.withoutBase64)
    }

    // MARK: - JSON

    /// The values in a line of JSON, each behind its path; `nil` where the line is none, or not written as ours are.
    private static func members(_ line: String) -> [String]? {
        guard line.hasPrefix("{"), let value = JSONValue(parsing: Array(line.utf8)), value.line == line else {
            return nil
        }
        return values(of: value, at: "")
    }

    private static func values(of value: JSONValue, at path: String) -> [String] {
        switch value {
        case .object(let members) where !members.isEmpty:
            members.flatMap { values(of: $0.value, at: path.isEmpty ? $0.name : "\(path).\($0.name)") }
        case .array(let items) where !items.isEmpty:
            items.enumerated().flatMap { values(of: $0.element, at: "\(path)[\($0.offset)]") }
        default: ["\(path): \(value.line)"]
        }
    }

    // MARK: - Tables

    /// The cells of a table's one row, each behind its column's head, below the line of heads.
    private static func cells(_ lines: [String]) -> [String]? {
        guard lines.count >= 2 else { return nil }
        for separator in ["\",\"", "\"\t\"", "|"] {
            let (heads, cells) = (parts(of: lines[0], separator), parts(of: lines[1], separator))
            guard heads.count > 5, heads.count == cells.count else { continue }
            return [lines[0]] + zip(heads, cells).map { "\(name($0)): \($1)" } + lines[2...]
        }
        return nil
    }

    /// A column's head without quotes and a byte order mark.
    private static func name(_ head: String) -> String {
        String(head.unicodeScalars.filter { !["\"", "\u{FEFF}", "␍"].contains($0) })
    }

    private static func parts(of line: String, _ separator: String) -> [String] {
        var parts: [String] = []
        var rest = line[...]
        while let range = rest.firstRange(of: separator) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }

    // MARK: - Text

    /// Labels and values without the padding between them, above them the column in which all values stand.
    private static func rows(_ lines: [String]) -> [String]? {
        let rows = lines.prefix { !$0.isEmpty }.map { row($0) }
        guard rows.count > 1, let column = rows[0]?.column, rows.allSatisfy({ $0?.column == column }) else {
            return nil
        }
        return ["(values in column \(column))"] + rows.compactMap { $0?.text } + lines.dropFirst(rows.count)
    }

    private static func row(_ line: String) -> (column: Int, text: String)? {
        guard let gap = line.firstRange(of: "  ") else { return nil }
        let label = line[..<gap.lowerBound]
        let value = line[gap.lowerBound...].drop { $0 == " " }
        guard !label.isEmpty, !label.contains(":"), !value.isEmpty else { return nil }
        let scalars = line.unicodeScalars[..<value.startIndex]
        let column = scalars.count { $0.properties.generalCategory != .nonspacingMark }
        return (column, "\(label): \(value)")
    }

    /// Steps without their numbers, where these are 1, 2, 3 and so on.
    private static func steps(_ lines: [String]) -> [String]? {
        var number = 0
        let steps = lines.map { line -> String in
            let digits = line.prefix { $0.isWholeNumber }
            guard !digits.isEmpty, line[digits.endIndex...].hasPrefix("  ") else { return line }
            number += 1
            return digits == String(number) ? "#\(line[digits.endIndex...])" : line
        }
        return number > 0 && steps.count { $0.hasPrefix("#  ") } == number ? steps : nil
    }

    // MARK: - Base64

    private static func withoutFoldedBase64(_ lines: [String]) -> [String] {
        var result: [String] = []
        var rest = lines[...]
        while let line = rest.popFirst() {
            let folded = [line] + rest.prefix { isFoldedBase64($0) }
            if isFoldedBase64(line), folded.count > 2 {
                result.append(" ‹\(folded.count) lines, \(checksum(folded.joined(separator: "\n")))›")
                rest = rest.dropFirst(folded.count - 1)
            } else {
                result.append(line)
            }
        }
        return result
    }

    private static func isFoldedBase64(_ line: String) -> Bool {
        let text = line.hasSuffix("␍") ? line.dropLast() : line[...]
        return text.hasPrefix(" ") && text.utf8.dropFirst().allSatisfy { isBase64($0) || $0 == UInt8(ascii: "=") }
    }

    private static func withoutBase64(_ line: String) -> String {
        guard line.utf8.count > 200, let start = longBase64(in: line) else { return line }
        let text = line[start...].utf8.prefix(while: isBase64)
        let end = text.endIndex
        return "\(line[..<start])‹\(text.count) characters, \(checksum(String(line[start..<end])))›\(line[end...])"
    }

    /// Where 200 characters or more of base64 begin.
    private static func longBase64(in line: String) -> String.Index? {
        var start = line.startIndex
        while start < line.endIndex {
            let run = line.utf8[start...].prefix(while: isBase64)
            if run.count >= 200 { return start }
            guard run.endIndex < line.endIndex else { return nil }
            start = line.utf8.index(after: run.endIndex)
        }
        return nil
    }

    private static func isBase64(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"): true
        default: false
        }
    }

    /// FNV-1a of 64 bits.
    private static func checksum(_ text: String) -> String {
        let sum = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return String(sum, radix: 16)
    }
}
