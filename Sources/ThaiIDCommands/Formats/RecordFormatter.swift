import CardFormats
import CardRecord
import ThaiIDCard

/// Formats a record; what it lacks is an error of the tool's.
struct RecordFormatter {
    let format: OutputFormat
    let options: FormatOptions

    /// What stands before the first record.
    func head() throws(ToolError) -> [UInt8] {
        switch format {
        case .written(let format):
            do throws(FormatError) { return try format.head(options) } catch { throw ToolError(error) }
        case .drawn: return []
        }
    }

    /// One record.
    func bytes(of record: JSONRecord) throws(ToolError) -> FormattedRecord {
        switch format {
        case .written(let format):
            do throws(FormatError) { return try format.bytes(of: record, options) } catch { throw ToolError(error) }
        case .drawn(let format):
            let drawing = try Drawing(format, options)
            try drawing.put(record)
            var bytes: [UInt8] = []
            try drawing.finish { part throws(ToolError) in bytes += part }
            return FormattedRecord(bytes: bytes)
        }
    }
}

extension ToolError {
    /// What it means that a record cannot be written in a format.
    init(_ error: FormatError) {
        switch error {
        case .lacks(let field): self = .recording(.lacksField(field))
        case .needs(let option): self = .optionMissing(option)
        }
    }
}
