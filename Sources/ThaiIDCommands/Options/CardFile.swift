import CardFormats
import CardRecord
import CardTrace
import Host
import Pseudonyms
import SmartCard
import ThaiIDCard
import VirtualCard

/// Files that stand for a card: recordings and records. A recording may be in any format that is
/// recognised; `-` stands for standard input. Text may be in any encoding that is.
enum CardFile {
    /// A recording. What reading another program's file lost is told on standard error, where a
    /// language is named.
    static func trace(_ path: String, telling language: Language? = nil) throws(ToolError) -> Trace {
        let bytes = InputText.withPlainSpaces(try read(path))
        let format = try recognise(bytes, path)
        let reading = try parse(bytes, format, path)
        if let language, format != .thaiid { tell(reading.losses, in: language) }
        return reading.trace
    }

    /// A recording, and what reading it lost.
    static func reading(_ path: String) throws(ToolError) -> TraceReading {
        let bytes = InputText.withPlainSpaces(try read(path))
        return try parse(bytes, recognise(bytes, path), path)
    }

    /// Tells a person what got lost.
    static func tell(_ losses: [TraceLoss], in language: Language) {
        Output.tell(losses.map { $0.message[language] + "\n" }.joined())
    }

    /// A card made of a recording or of a record (JSON), whichever the file holds.
    static func virtualCard(
        _ path: String, style: ImageCard.Style, telling language: Language? = nil
    ) throws(ToolError) -> VirtualCard {
        let bytes = try read(path)
        let isObject = bytes.first(where: { !" \t\r\n".utf8.contains($0) }) == UInt8(ascii: "{")
        guard isObject, TraceFormat.recognise(bytes) == nil else {
            let bytes = InputText.withPlainSpaces(bytes)
            let format = try recognise(bytes, path)
            let reading = try parse(bytes, format, path)
            if let language, format != .thaiid { tell(reading.losses, in: language) }
            return VirtualCard(reading.trace.image, atr: reading.trace.atr, style: style)
        }
        guard bytes.count <= longestRecord else { throw .recording(.tooLarge(file: path, limit: longestRecord)) }
        guard let json = JSONValue(parsing: bytes) else { throw .recording(.notRecord(file: path, key: "JSON")) }
        let card: IDCard
        do throws(RecordSyntaxError) {
            card = try IDCard(record: json)
        } catch {
            throw .recording(.notRecord(file: path, key: error.key))
        }
        let atr = json["read"]?["atr"]?.string.flatMap { Hex.decode($0) }
        // ISO 7816-3, 8.1.
        guard atr?.count ?? 0 <= 33 else { throw .recording(.notRecord(file: path, key: "read.atr")) }
        do throws(EncodingError) {
            return VirtualCard(try card.image(), atr: atr.map(ATR.init) ?? VirtualCard.usualATR, style: style)
        } catch {
            throw .recording(.notEncodable(file: path, field: error.field))
        }
    }

    /// A record takes about 9 KiB, most of it the photo.
    private static let longestRecord = 1 << 20

    private static func read(_ path: String) throws(ToolError) -> [UInt8] {
        let bytes = try asToolError(try InputFile.read(path, limit: TraceFormat.longestForeignFile))
        // Not every recording is text, nor all of one that is.
        return InputText.utf8(bytes) ?? InputText.unmarked(bytes)
    }

    private static func recognise(_ bytes: [UInt8], _ path: String) throws(ToolError) -> TraceFormat {
        guard let format = TraceFormat.recognise(bytes) else { throw .recording(.unrecognised(file: path)) }
        guard bytes.count <= format.longestFile else {
            throw .recording(.tooLarge(file: path, limit: format.longestFile))
        }
        return format
    }

    private static func parse(
        _ bytes: [UInt8], _ format: TraceFormat, _ path: String
    ) throws(ToolError) -> TraceReading {
        do throws(TraceSyntaxError) {
            return try format.read(bytes)
        } catch {
            throw .recording(.syntax(file: path, line: error.line, column: error.column, expected: error.expected))
        }
    }
}
