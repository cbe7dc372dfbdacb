public import ThaiIDCard

/// A form in which records leave: one value in a file of its own, and one line in `all`.
///
/// A format turns one record after another into bytes and remembers none, so that any number of
/// them passes through in constant memory. What a card says is made safe here, at the writer, in
/// the way that the format needs; the model is never changed for it.
public struct CardFormat: Sendable {
    /// What one record becomes.
    typealias Body = @Sendable (Record, FormatOptions) throws(FormatError) -> FormattedRecord

    /// The name by which it is chosen, such as `csv`.
    public let name: String
    /// What it is for, in a few words.
    public let summary: Bilingual
    /// How names of its files end, without the dot.
    public let fileExtension: String
    /// Whether a file holds one record only: many become many files.
    public let holdsOne: Bool

    private let headBytes: @Sendable (FormatOptions) throws(FormatError) -> [UInt8]
    private let body: Body

    init(
        _ name: String, _ summary: Bilingual, fileExtension: String, holdsOne: Bool = false,
        head: @escaping @Sendable (FormatOptions) throws(FormatError) -> [UInt8] = { _ in [] },
        body: @escaping Body
    ) {
        self.name = name
        self.summary = summary
        self.fileExtension = fileExtension
        self.holdsOne = holdsOne
        headBytes = head
        self.body = body
    }

    /// What stands before the first record: a byte order mark, a line of names.
    public func head(_ options: FormatOptions) throws(FormatError) -> [UInt8] { try headBytes(options) }

    /// One record in this format.
    public func bytes(of record: Record, _ options: FormatOptions) throws(FormatError) -> FormattedRecord {
        try body(record, options)
    }

    /// Finds a format by its name.
    public static func named(_ name: String) -> CardFormat? { all.first { $0.name == name } }
}

extension CardFormat {
    /// Every format.
    public static let all: [CardFormat] = [.text, .json, .ndjson]
}

/// One record in some format.
public struct FormattedRecord: Sendable {
    /// The record's part of the file.
    public let bytes: [UInt8]
    /// What the format asks for and the record does not have, to be told to whoever fills it in.
    public let missing: [Bilingual]

    init(_ bytes: [UInt8], missing: [Bilingual] = []) {
        self.bytes = bytes
        self.missing = missing
    }

    init(_ text: String, missing: [Bilingual] = []) { self.init(Array(text.utf8), missing: missing) }
}

/// Why a record cannot be written in a format.
public enum FormatError: Error, Hashable, Sendable {
    /// The format is about this field, and the record has none.
    case lacks(field: String)
    /// The format needs something that only the operator knows; this is the option's name.
    case needs(option: String)
}
