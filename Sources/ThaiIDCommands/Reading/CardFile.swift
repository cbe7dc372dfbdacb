import CardExport
import CardTrace
import SmartCard
import ThaiIDCard
import VirtualCard

/// Files that stand for a card: recordings and records.
enum CardFile {
    /// A recording.
    static func trace(_ path: String) throws(ToolError) -> Trace {
        try parse(try InputFile.read(path, limit: Trace.longestText), path)
    }

    /// A recording in any format that is known, and what reading it lost.
    static func anyTrace(_ path: String) throws(ToolError) -> TraceReading {
        let bytes = try InputFile.read(path, limit: TraceFormat.longestForeignFile)
        guard let format = TraceFormat.recognise(bytes) else { throw .recording(.unrecognised(file: path)) }
        guard bytes.count <= format.longestFile else {
            throw .recording(.tooLarge(file: path, limit: format.longestFile))
        }
        do throws(TraceSyntaxError) { return try format.read(bytes) } catch { throw syntax(error, path) }
    }

    /// A card made of a recording or of a record (JSON), whichever the file holds.
    static func virtualCard(_ path: String, style: ImageCard.Style) throws(ToolError) -> VirtualCard {
        let bytes = try InputFile.read(path, limit: Trace.longestText)
        guard bytes.first(where: { !" \t\r\n".utf8.contains($0) }) == UInt8(ascii: "{") else {
            let trace = try parse(bytes, path)
            return VirtualCard(trace.image, atr: trace.atr, style: style)
        }
        guard let json = JSONValue(parsing: bytes) else { throw .recording(.notRecord(file: path, key: "JSON")) }
        let card: IDCard
        do throws(RecordSyntaxError) {
            card = try IDCard(record: json)
        } catch {
            throw .recording(.notRecord(file: path, key: error.key))
        }
        let atr = json["read"]?["atr"]?.string.flatMap { Hex.decode($0) }
        do throws(EncodingError) {
            return VirtualCard(try card.image(), atr: atr.map(ATR.init) ?? VirtualCard.usualATR, style: style)
        } catch {
            throw .recording(.notEncodable(file: path, field: error.field))
        }
    }

    private static func parse(_ bytes: [UInt8], _ path: String) throws(ToolError) -> Trace {
        do throws(TraceSyntaxError) { return try Trace(parsing: bytes) } catch { throw syntax(error, path) }
    }

    private static func syntax(_ error: TraceSyntaxError, _ path: String) -> ToolError {
        .recording(.syntax(file: path, line: error.line, column: error.column, expected: error.expected))
    }
}
