package import CardFormats
package import CardRecord
import DrawingProgram
import Host

/// Formats a record here, or has it drawn.
package struct RecordFormatter {
    package let format: OutputFormat
    package let options: FormatOptions
    let hear: @Sendable ([String]) -> Void
    private let checks: Bool

    /// - Parameters:
    ///   - checks: whether to say what is found in records, in a format that can.
    ///   - hear: gets the lines that the drawing program has to say of what it made.
    package init(
        format: OutputFormat, options: FormatOptions, checks: Bool = false,
        hear: @escaping @Sendable ([String]) -> Void
    ) {
        self.format = format
        self.options = options
        self.checks = checks
        self.hear = hear
    }

    /// What stands before the first record.
    package func head() throws(RecordFilesError) -> [UInt8] {
        switch format {
        case .written(let format):
            do throws(FormatError) { return try format.head(options) } catch { throw .format(error) }
        case .drawn: return []
        }
    }

    /// One record.
    package func bytes(of record: JSONRecord) throws(RecordFilesError) -> FormattedRecord {
        guard checks else { return try plainBytes(of: record) }
        let checked: CheckedRecord
        do throws(RecordSyntaxError) {
            checked = try CheckedRecord(record)
        } catch {
            throw .format(.lacks(field: error.key))
        }
        if format.showsChecksBelow {
            return try plainBytes(of: record).adding("\n" + checked.text(in: options.language))
        }
        return try plainBytes(of: checked.record)
    }

    private func plainBytes(of record: JSONRecord) throws(RecordFilesError) -> FormattedRecord {
        switch format {
        case .written(let format):
            do throws(FormatError) { return try format.bytes(of: record, options) } catch { throw .format(error) }
        case .drawn(let format):
            do throws(DrawingProgramError) {
                let drawing = try Drawing(format, options, hear: hear)
                try drawing.put(record)
                var bytes: [UInt8] = []
                try drawing.finish { part throws(FileFailure) in bytes += part }
                return FormattedRecord(bytes: bytes)
            } catch {
                throw .drawing(error)
            }
        }
    }
}
