import CardExport
import ThaiIDCard

/// Where converted records go.
protocol RecordTarget {
    /// Takes the next record.
    ///
    /// - Returns: what the format says otherwise than the record.
    mutating func put(_ record: JSONRecord) throws(ToolError) -> [Bilingual]
    /// Hands over what is held, before something is waited for.
    mutating func flush() throws(ToolError)
    /// Ends: what was written stays.
    mutating func finish() throws(ToolError)
}

/// Formats a record; what it lacks is an error of the tool's.
struct RecordFormatter {
    let format: CardFormat
    let options: FormatOptions

    /// What stands before the first record.
    func head() throws(ToolError) -> [UInt8] {
        do throws(FormatError) { return try format.head(options) } catch { throw ToolError(error) }
    }

    /// One record.
    func bytes(of record: JSONRecord) throws(ToolError) -> FormattedRecord {
        do throws(FormatError) { return try format.bytes(of: record, options) } catch { throw ToolError(error) }
    }
}

extension ToolError {
    /// What it means that a record cannot be written in a format.
    init(_ error: FormatError) {
        switch error {
        case .lacks(let field): self = .recording(.lacksField(field))
        case .needs(let option): self = .usage("This format needs --\(option).")
        }
    }
}
