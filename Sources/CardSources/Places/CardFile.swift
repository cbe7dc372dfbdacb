internal import CardRecord
package import CardTrace
package import Host
internal import SmartCard
package import ThaiIDCard
package import VirtualCard

/// Files that stand for a card: recordings and records. A recording may be in any format that is
/// recognised; `-` stands for standard input. Text may be in any encoding that is.
package enum CardFile {
    /// A recording, with what reading it lost.
    package static func recording(
        _ path: String
    ) throws(CardFileError) -> (reading: TraceReading, format: TraceFormat) {
        try recording(in: try read(path), path)
    }

    /// A card made of a recording or of a record (JSON), whichever the file holds.
    package static func card(_ path: String, style: ImageCard.Style) throws(CardFileError) -> CardInFile {
        let bytes = try read(path)
        let isObject = bytes.first(where: { !" \t\r\n".utf8.contains($0) }) == UInt8(ascii: "{")
        guard isObject, TraceFormat.recognise(bytes) == nil else {
            let (reading, format) = try recording(in: bytes, path)
            return CardInFile(
                card: VirtualCard(reading.trace.image, atr: reading.trace.atr, style: style),
                losses: format == .thaiid ? [] : reading.losses)
        }
        guard bytes.count <= longestRecord else { throw .file(.tooLarge(path, limit: longestRecord)) }
        return CardInFile(card: try card(ofRecord: bytes, path, style: style), losses: [])
    }

    private static func card(
        ofRecord bytes: [UInt8], _ path: String, style: ImageCard.Style
    ) throws(CardFileError) -> VirtualCard {
        guard let json = JSONValue(parsing: bytes) else { throw .notRecord(path, key: "JSON") }
        let card: IDCard
        do throws(RecordSyntaxError) {
            card = try IDCard(record: json)
        } catch {
            throw .notRecord(path, key: error.key)
        }
        let atr = json["read"]?["atr"]?.string.flatMap { Hex.decode($0) }
        // ISO 7816-3, 8.1.
        guard atr?.count ?? 0 <= 33 else { throw .notRecord(path, key: "read.atr") }
        do throws(EncodingError) {
            return VirtualCard(try card.image(), atr: atr.map(ATR.init) ?? VirtualCard.usualATR, style: style)
        } catch {
            throw .notEncodable(path, field: error.field)
        }
    }

    /// A record takes about 9 KiB, most of it the photo.
    private static let longestRecord = 1 << 20

    private static func read(_ path: String) throws(CardFileError) -> [UInt8] {
        do throws(FileFailure) {
            let bytes = try InputFile.read(path, limit: TraceFormat.longestForeignFile)
            // Not every recording is text, nor all of one that is.
            return InputText.utf8(bytes) ?? InputText.unmarked(bytes)
        } catch {
            throw .file(error)
        }
    }

    private static func recording(
        in bytes: [UInt8], _ path: String
    ) throws(CardFileError) -> (reading: TraceReading, format: TraceFormat) {
        let bytes = InputText.withPlainSpaces(bytes)
        guard let format = TraceFormat.recognise(bytes) else { throw .unrecognised(path) }
        guard bytes.count <= format.longestFile else { throw .file(.tooLarge(path, limit: format.longestFile)) }
        do throws(TraceSyntaxError) {
            return (try format.read(bytes), format)
        } catch {
            throw .syntax(path, error)
        }
    }
}

/// A card made of a file.
package struct CardInFile {
    package let card: VirtualCard
    /// What reading another program's recording lost.
    package let losses: [TraceLoss]
}

/// Why a file stands for no card.
package enum CardFileError: Error, Hashable {
    /// It is not read, or too large.
    case file(FileFailure)
    /// It bears no format's mark.
    case unrecognised(String)
    /// It is no recording, from some place on.
    case syntax(String, TraceSyntaxError)
    /// It is no record, by this key.
    case notRecord(String, key: String)
    /// It is a record that no card can hold, by this field.
    case notEncodable(String, field: String)
}
