import CardFormats
import CardRecord
import ThaiIDCard

/// The records on standard input, one a line, of which one is held at a time.
struct RecordLines {
    /// Longest line: a record with every field and photo takes a sixteenth.
    static let longest = 1 << 18

    /// Hands out one record after another, until `body` throws.
    static func read(_ body: (JSONRecord, Int) throws(DrawingFailure) -> Void) throws(DrawingFailure) {
        var text = InputTextStream()
        var held: [UInt8] = []
        var number = 0
        var part: [UInt8]
        repeat {
            part = try StandardStreams.part()
            var lines = text.take(part).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            let rest = lines.popLast() ?? []
            for line in lines {
                number += 1
                try take(held + line, number, body)
                held = []
            }
            held += rest
            guard held.count <= longest else { throw .badLine(number + 1, key: "length") }
        } while !part.isEmpty
        try take(held, number + 1, body)
    }

    private static func take(
        _ line: [UInt8], _ number: Int, _ body: (JSONRecord, Int) throws(DrawingFailure) -> Void
    ) throws(DrawingFailure) {
        guard line.contains(where: { !" \t\r".utf8.contains($0) }) else { return }
        guard line.count <= longest else { throw .badLine(number, key: "length") }
        guard let json = JSONValue(input: line) else { throw .badLine(number, key: "JSON") }
        let record: JSONRecord
        do throws(RecordSyntaxError) {
            record = try JSONRecord(json: json)
        } catch {
            throw .badLine(number, key: error.key)
        }
        try body(record, number)
    }
}
