import Host
import ThaiIDCard

/// The lines of a file or of standard input, of which never more than one is held beyond what one
/// call of the system brings. UTF-16 is handed out as UTF-8, and no mark is.
struct InputLines: ~Copyable {
    /// Longest line that is handed out: a record with every field and photo takes a sixteenth.
    static let longest = 1 << 18

    /// A line, as long as one may be.
    enum Line {
        case whole([UInt8])
        case tooLong
    }

    private let path: String
    private let descriptor: Int32
    private let interruption: Interruption?
    private var text = InputTextStream()
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false
    private var received = 0

    /// How many bytes have been handed out, ends of lines among them.
    var passed: Int { received - (buffer.endIndex - start) }

    /// Opens a file; `-` stands for standard input.
    ///
    /// - Parameter interruption: ends the lines where no more have come yet. A line that it cut in two
    ///   is not handed out.
    init(_ path: String, until interruption: Interruption? = nil) throws(RecordFilesError) {
        self.path = path
        self.interruption = interruption
        descriptor = try asRecordFilesError(try InputFile.open(path))
    }

    deinit { InputFile.close(descriptor, of: path) }

    /// The next line without its end, `nil` after the last.
    ///
    /// - Parameter wait: called before the system is asked for more, which may take long.
    mutating func next(beforeWaiting wait: () throws(RecordFilesError) -> Void) throws(RecordFilesError) -> Line? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) { return take(to: end) }
            searched = buffer.endIndex
            if isAtEnd {
                guard start < buffer.endIndex, interruption?.hasCome != true else { return nil }
                return take(to: buffer.endIndex)
            }
            if buffer.endIndex - start > Self.longest { return try skipLine(wait) }
            try wait()
            let held = buffer.endIndex - start
            try refill()
            searched = start + held
        }
    }

    /// Everything from the line that came last to the end, where that is no more than one line may be.
    mutating func all(from line: [UInt8]) throws(RecordFilesError) -> [UInt8]? {
        while !isAtEnd, buffer.endIndex - start <= Self.longest { try refill() }
        guard isAtEnd, line.count + buffer.endIndex - start <= Self.longest else { return nil }
        return line + [UInt8(ascii: "\n")] + buffer[start...]
    }

    private mutating func take(to end: Int) -> Line {
        defer { start = min(end + 1, buffer.endIndex) }
        return end - start > Self.longest ? .tooLong : .whole(Array(buffer[start..<end]))
    }

    /// Passes over the rest of a line without holding it.
    private mutating func skipLine(_ wait: () throws(RecordFilesError) -> Void) throws(RecordFilesError) -> Line {
        while true {
            start = buffer.endIndex
            if isAtEnd { return .tooLong }
            try wait()
            try refill()
            if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                start = end + 1
                return .tooLong
            }
        }
    }

    private mutating func refill() throws(RecordFilesError) {
        buffer.removeSubrange(..<start)
        start = 0
        if let interruption,
            Descriptor.readable([descriptor, interruption.descriptor], until: nil) == [interruption.descriptor]
        {
            isAtEnd = true
            return
        }
        guard let chunk = Descriptor.read(descriptor, capacity: 1 << 16) else {
            throw .file(.unreadable(path, .last))
        }
        isAtEnd = chunk.isEmpty
        received += chunk.count
        buffer += text.take(chunk)
    }
}
