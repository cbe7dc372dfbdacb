public import SheetRequest
public import ThaiIDCard

/// What whoever asks for a sheet says about it.
public struct SheetOptions: Sendable {
    /// What it may be used for.
    public var purpose: Purpose
    /// Which sheet it is.
    public var audit: AuditNumber
    /// When it was asked for.
    public var at: Moment
    /// What it is printed on.
    public var paper = Paper.a4
    /// How it speaks.
    public var language = SheetLanguage.thai
    /// What of the card it shows.
    public var sections = Set(SheetSection.usual)
    /// Whether the citizen ID shows its last three digits only.
    public var isMasked = false
    /// Whoever makes the sheet: name and address.
    public var issuer: IssuerBlock?
    /// The family of its letters.
    public var font = "Laksaman"
    /// Which release of the tool made it.
    public var toolVersion = "0.1.0"

    /// Asks for a sheet on A4, in Thai.
    public init(purpose: Purpose, audit: AuditNumber, at: Moment) {
        self.purpose = purpose
        self.audit = audit
        self.at = at
    }
}

/// Who makes the sheet, in a few lines at its head.
public struct IssuerBlock: Hashable, Sendable {
    /// Most lines of a block.
    public static let lineLimit = 4
    /// Most characters of a line.
    public static let columnLimit = 80

    let lines: [String]

    /// Takes a text file's lines; `nil` where they are too many, too long or none.
    public init?(_ text: String) {
        lines = text.split(whereSeparator: \.isNewline).map { PrintedText.clean(String($0)) }
            .filter { $0.contains { !$0.isWhitespace } }
        let isShort = lines.allSatisfy { $0.unicodeScalars.count <= Self.columnLimit }
        guard (1...Self.lineLimit).contains(lines.count), isShort else { return nil }
    }
}
