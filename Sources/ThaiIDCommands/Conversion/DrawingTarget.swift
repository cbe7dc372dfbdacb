import CardFormats
import CardRecord
import Host
import ThaiIDCard

/// One file of all records that the drawing program makes, on standard output or in its place once it
/// is whole.
struct DrawingTarget: RecordTarget {
    private let drawing: Drawing
    /// `nil` for standard output.
    private let draft: FileDraft?

    init(_ format: DrawnFormat, _ options: FormatOptions, file: OutputFile?) throws(ToolError) {
        draft = if let file { try asToolError(try FileDraft(of: file)) } else { nil }
        drawing = try Drawing(format, options)
    }

    mutating func put(_ record: JSONRecord) throws(ToolError) -> [Bilingual] {
        try drawing.put(record)
        return []
    }

    mutating func flush() {}

    mutating func finish() throws(ToolError) {
        try drawing.finish { part throws(ToolError) in
            if let draft { try asToolError(try draft.append(part)) } else { try Output.write(part) }
        }
        if let draft { try asToolError(try draft.keep()) }
    }
}
