package import CardFormats
package import CardRecord
package import DrawingProgram
package import Host
package import ThaiIDCard

/// One file of all records that the drawing program makes, on standard output or in its place once it
/// is whole.
package struct DrawingTarget: RecordTarget {
    private let drawing: Drawing
    private let stream: RecordStream

    /// - Parameter hear: gets the lines that the drawing program has to say of the file.
    package init(
        _ format: DrawnFormat, _ options: FormatOptions, file: OutputFile?,
        hear: @escaping @Sendable ([String]) -> Void
    ) throws(RecordFilesError) {
        stream = try asRecordFilesError(try RecordStream(to: file))
        do throws(DrawingProgramError) {
            drawing = try Drawing(format, options, hear: hear)
        } catch {
            throw .drawing(error)
        }
    }

    package mutating func put(_ record: JSONRecord) throws(RecordFilesError) -> [Bilingual] {
        do throws(DrawingProgramError) { try drawing.put(record) } catch { throw .drawing(error) }
        return []
    }

    package mutating func flush() {}

    package mutating func finish() throws(RecordFilesError) {
        do throws(DrawingProgramError) {
            try drawing.finish { part throws(FileFailure) in try stream.write(part) }
        } catch {
            throw .drawing(error)
        }
        try asRecordFilesError(try stream.keep())
    }
}
