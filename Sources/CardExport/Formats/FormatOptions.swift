public import ThaiIDCard

/// What an operator may say about a format. Each format takes what concerns it.
public struct FormatOptions: Sendable {
    /// The language for people.
    public var language = Language.english
    /// How text becomes bytes, where the format leaves that open.
    public var encoding = Encoding.utf8
    /// The columns of a table, in order; `nil` for the usual ones.
    public var columns: [String]?
    /// The five digits by which the health ministry knows a hospital.
    public var hospitalCode: String?

    /// How text becomes bytes.
    public enum Encoding: String, Hashable, Sendable, CaseIterable {
        /// UTF-8.
        case utf8 = "utf-8"
        /// One byte a character, as old systems want it (TIS 620-2533).
        case tis620 = "tis-620"
    }

    /// The usual.
    public init() {}
}
