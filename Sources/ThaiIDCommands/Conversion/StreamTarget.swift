import CardFormats
import CardRecord
import Host
import ThaiIDCard

/// One stream of records: standard output, or a file that is there only once it is whole.
struct StreamTarget: RecordTarget {
    private static let enough = 1 << 16

    private let formatter: RecordFormatter
    /// `nil` for standard output.
    private let draft: FileDraft?
    private var bytes: [UInt8]
    private var count = 0

    init(_ formatter: RecordFormatter, file: OutputFile?) throws(ToolError) {
        self.formatter = formatter
        bytes = try formatter.head()
        draft = if let file { try asToolError(try FileDraft(of: file)) } else { nil }
    }

    mutating func put(_ record: JSONRecord) throws(ToolError) -> [Bilingual] {
        let formatted = try formatter.bytes(of: record)
        if count > 0 {
            guard !formatter.format.holdsOne else { throw .refused(.severalRecords(format: formatter.format.name)) }
            bytes += formatter.format.separator
        }
        count += 1
        bytes += formatted.bytes
        if bytes.count > Self.enough { try flush() }
        return formatted.notes
    }

    mutating func flush() throws(ToolError) {
        // Of a format that holds one record nothing is out until it is sure that there is one only.
        // Neither is a table's head before it is sure that there is a record.
        if !formatter.format.holdsOne, count > 0 { try write() }
    }

    mutating func finish() throws(ToolError) {
        guard count > 0 || !formatter.format.holdsOne else { throw .recording(.noRecord) }
        try write()
        if let draft { try asToolError(try draft.keep()) }
    }

    private mutating func write() throws(ToolError) {
        guard !bytes.isEmpty else { return }
        if let draft { try asToolError(try draft.append(bytes)) } else { try Output.write(bytes) }
        bytes.removeAll(keepingCapacity: true)
    }
}
