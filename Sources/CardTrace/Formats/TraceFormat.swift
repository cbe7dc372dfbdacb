package import ThaiIDCard

/// A form in which recordings of card conversations are kept, ours or another program's.
///
/// A format is one value in a file of its own and one entry in `allCases`. It is known by a mark
/// that its program writes; a file without a mark is never guessed at.
public struct TraceFormat: RawRepresentable, Sendable {
    /// The longest file that is read, but for our own format, which is shorter: logs that a program
    /// writes at its highest level of detail run to some megabytes.
    package static let longestForeignFile = 16 << 20

    /// The name by which it is chosen, such as `cardpeek`.
    public let rawValue: String
    /// What it is, in a few words.
    package let summary: Bilingual
    /// The longest file that `read` takes, in bytes: a longer one need not even be loaded.
    public let longestFile: Int

    typealias Reader = @Sendable ([UInt8]) throws(TraceSyntaxError) -> TraceReading
    typealias Writer = @Sendable (Trace) -> ConvertedTrace

    private let bearsMark: @Sendable ([UInt8]) -> Bool
    private let reader: Reader?
    private let writer: Writer?

    init(
        _ name: String, _ summary: Bilingual, longestFile: Int = TraceFormat.longestForeignFile,
        bearsMark: @escaping @Sendable ([UInt8]) -> Bool, reader: Reader? = nil, writer: Writer? = nil
    ) {
        rawValue = name
        self.summary = summary
        self.longestFile = longestFile
        self.bearsMark = bearsMark
        self.reader = reader
        self.writer = writer
    }

    /// Finds a format by its name.
    public init?(rawValue: String) {
        guard let format = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = format
    }

    /// Whether recordings in this format can be read.
    public var canRead: Bool { reader != nil }
    /// Whether recordings can be written in this format.
    public var canWrite: Bool { writer != nil }

    /// The format whose mark a file bears; `nil` where it bears none, or those of several.
    public static func recognise(_ bytes: [UInt8]) -> TraceFormat? {
        let marked = allCases.filter { $0.bearsMark(bytes) }
        if marked.count > 1 { return nil }
        return marked.first ?? (HexFormat.isHexThroughout(bytes) ? .hex : nil)
    }

    /// Reads a recording.
    ///
    /// - Throws: `TraceSyntaxError` with the place and what was expected there, also for a format
    ///   that can be written only.
    public func read(_ bytes: [UInt8]) throws(TraceSyntaxError) -> TraceReading {
        guard let reader else {
            let readable = Self.allCases.filter(\.canRead).map(\.rawValue).joined(separator: ", ")
            throw TraceSyntaxError(line: 1, column: 1, expected: "a format that can be read: \(readable)")
        }
        guard bytes.count <= longestFile else {
            throw TraceSyntaxError(line: 1, column: 1, expected: "at most \(longestFile) bytes")
        }
        return try reader(bytes)
    }

    /// The recording in this format; `nil` where the format can be read only.
    public func write(_ trace: Trace) -> ConvertedTrace? {
        guard let written = writer?(trace) else { return nil }
        guard canRead, written.bytes.count > longestFile else { return written }
        return ConvertedTrace(written.bytes, losses: written.losses + [.tooLongToRead(longestFile)])
    }
}

extension TraceFormat: CaseIterable {
    /// Every format.
    public static let allCases: [TraceFormat] = [
        .thaiid, .cardpeek, .apdu4j, .goThaiSmartcard, .opensc, .pcscspy, .scriptor, .hex, .pcap,
    ]
}

extension TraceFormat: Hashable {
    public static func == (one: TraceFormat, other: TraceFormat) -> Bool { one.rawValue == other.rawValue }
    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

/// What reading a file gave.
public struct TraceReading: Hashable, Sendable {
    /// The recording.
    public let trace: Trace
    /// What the file says, or ought to, and the recording does not.
    public let losses: [TraceLoss]

    init(_ trace: Trace, losses: [TraceLoss] = []) {
        self.trace = trace
        self.losses = losses
    }
}

/// A recording, written in some format.
public struct ConvertedTrace: Hashable, Sendable {
    /// The file's content.
    public let bytes: [UInt8]
    /// What the recording says and the file does not.
    public let losses: [TraceLoss]

    init(_ bytes: [UInt8], losses: [TraceLoss] = []) {
        self.bytes = bytes
        self.losses = losses
    }

    init(lines: [String], losses: [TraceLoss]) {
        self.init(Array((lines.joined(separator: "\n") + "\n").utf8), losses: losses)
    }
}
