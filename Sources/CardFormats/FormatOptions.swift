internal import CardRecord
public import ThaiIDCard

/// What an operator may say about a format. Each format takes what concerns it.
public struct FormatOptions: Sendable {
    /// The language for people.
    public var language = Language.english
    /// How text becomes bytes, where the format leaves that open.
    public var encoding = TextEncoding.utf8
    /// The columns of a table, in order; `nil` for the usual ones.
    public var columns: [Column]?
    /// In which language columns have headings; `nil` for their paths, on which scripts can rely.
    public var headings: Language?
    /// What was asked of a card; `nil` for whatever a record has.
    public var fields: [Field]?
    /// Whether the photo goes along where a format can do without it.
    public var hasPhotos = false
    /// The five digits by which the health ministry knows a hospital.
    public var hospitalCode: String?

    /// The usual.
    public init() {}

    /// The columns of a table, chosen or not.
    public var tableColumns: [Column] { columns ?? fields.map(Column.usual) ?? Column.usual }
}
