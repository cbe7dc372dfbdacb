import CardFormats
package import CardRecord
package import Host
package import ThaiIDCard

/// One stream of records: standard output, or a file that is there only once it is whole.
package struct StreamTarget: RecordTarget {
    private static let enough = 1 << 16

    private let formatter: RecordFormatter
    private let stream: RecordStream
    private var bytes: [UInt8]
    private var count = 0

    package init(_ formatter: RecordFormatter, file: OutputFile?) throws(RecordFilesError) {
        self.formatter = formatter
        bytes = try formatter.head()
        stream = try asRecordFilesError(try RecordStream(to: file))
    }

    package mutating func put(_ record: JSONRecord) throws(RecordFilesError) -> [Bilingual] {
        let formatted = try formatter.bytes(of: record)
        if count > 0 {
            guard !formatter.format.holdsOne else { throw .holdsOne(format: formatter.format.name) }
            bytes += formatter.format.separator
        }
        count += 1
        bytes += formatted.bytes
        if bytes.count > Self.enough { try flush() }
        return formatted.notes
    }

    package mutating func flush() throws(RecordFilesError) {
        // Of a format that holds one record nothing is out until it is sure that there is one only.
        // Neither is a table's head before it is sure that there is a record.
        if !formatter.format.holdsOne, count > 0 { try write() }
    }

    package mutating func finish() throws(RecordFilesError) {
        guard count > 0 || !formatter.format.holdsOne else { throw .noRecord }
        try write()
        try asRecordFilesError(try stream.keep())
    }

    private mutating func write() throws(RecordFilesError) {
        guard !bytes.isEmpty else { return }
        try asRecordFilesError(try stream.write(bytes))
        bytes.removeAll(keepingCapacity: true)
    }
}
