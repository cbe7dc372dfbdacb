public import CardRecord
public import ThaiIDCard

/// A form in which records leave: one value in a file of its own, and one line in `all`.
///
/// A format turns one record after another into bytes and remembers none, so that any number of
/// them passes through in constant memory. What a card says is made safe here, at the writer, in
/// the way that the format needs; the model is never changed for it.
public struct CardFormat: Sendable {
    /// What one record becomes.
    typealias Body = @Sendable (JSONRecord, FormatOptions) throws(FormatError) -> FormattedRecord

    /// The name by which it is chosen, such as `csv`.
    public let name: String
    /// What it is for, in a few words.
    public let summary: Bilingual
    /// How names of its files end, without the dot.
    public let fileExtension: String
    /// Whether a file holds one record only: many become many files.
    public let holdsOne: Bool
    /// Whether its bytes are no text, and nothing for a terminal.
    public let isBinary: Bool
    /// What stands between two records of one file.
    public let separator: [UInt8]

    private let fieldsOf: @Sendable (FormatOptions) -> [Field]?
    private let headOf: @Sendable (FormatOptions) throws(FormatError) -> [UInt8]
    private let body: Body

    init(
        _ name: String, _ summary: Bilingual, fileExtension: String, holdsOne: Bool = false, isBinary: Bool = false,
        separator: String = "",
        fields: @escaping @Sendable (FormatOptions) -> [Field]? = { _ in nil },
        head: @escaping @Sendable (FormatOptions) throws(FormatError) -> [UInt8] = { _ in [] },
        body: @escaping Body
    ) {
        self.name = name
        self.summary = summary
        self.fileExtension = fileExtension
        self.holdsOne = holdsOne
        self.isBinary = isBinary
        self.separator = Array(separator.utf8)
        fieldsOf = fields
        headOf = head
        self.body = body
    }

    /// The fields that it shows, so that a card need not give more; `nil` for whatever is there.
    public func fields(_ options: FormatOptions) -> [Field]? { fieldsOf(options) }

    /// What stands before the first record: a byte order mark, a line of names.
    public func head(_ options: FormatOptions) throws(FormatError) -> [UInt8] { try headOf(options) }

    /// One record in this format.
    public func bytes(of record: JSONRecord, _ options: FormatOptions) throws(FormatError) -> FormattedRecord {
        try body(record, options)
    }

    /// Finds a format by its name.
    public static func named(_ name: String) -> CardFormat? { all.first { $0.name == name } }
}

extension CardFormat {
    /// Every format.
    public static let all: [CardFormat] = [
        .text, .json, .ndjson, .csv, .tsv, .photo, .vcard, .fhir, .person43, .hotelGuests,
        .nhsoCardOnly, .moph, .medhis, .medhisCE, .goSMC,
    ]
}
