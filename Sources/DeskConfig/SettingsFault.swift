/// What is wrong with settings, and where.
package struct SettingsFault: Error, Hashable, Sendable {
    package let place: SettingOrigin
    package let problem: SettingsProblem

    package init(_ place: SettingOrigin, _ problem: SettingsProblem) { (self.place, self.problem) = (place, problem) }
}

/// What can be wrong with settings.
package enum SettingsProblem: Hashable, Sendable {
    /// The file cannot be read, in the system's words.
    case unreadable(reason: String)
    /// A file that was named is not there.
    case missing
    case notText
    /// It is no TOML, in the parser's words.
    case syntax(column: Int, reason: String)
    case unknownSection(String, nearest: String?)
    case unknownKey(String, nearest: String?)
    /// A setting that stands in no section.
    case outside(String)
    /// A setting that stands in `[desk]`, which has none by itself, but `[desk.NAME]` has.
    case namelessDesk(String)
    /// `[sheet]` has a setting that desks alone have.
    case deskOnly(SettingKey)
    /// A section that is not `[register]` has a setting that is the register's alone.
    case registerOnly(SettingKey)
    /// `[register]` has a setting of desks or sheets.
    case notOfRegister(SettingKey)
    /// Something that has to be a section is none.
    case notSection(String)
    /// The name of a desk that nobody could type.
    case deskName
    case wrongType(SettingKey, found: Found)
    case empty(SettingKey)
    /// A text of several lines, or with characters that steer a terminal.
    case notLine(SettingKey)
    case notDuration(SettingKey, String)
    case outOfRange(SettingKey, Int)
    case notChoice(SettingKey, String, nearest: String?)
    /// There is no such desk, but these.
    case noDesk(String, there: [String])
    /// A file of the form that settings had before, and what it says in today's.
    case former([String])

    /// What stands where something else belongs.
    package enum Found: Hashable, Sendable { case table, list, text, number, fraction, flag, moment }

    /// What scripts call it.
    package var code: String {
        switch self {
        case .unreadable: "unreadable"
        case .missing: "missing"
        case .notText: "not-text"
        case .syntax: "syntax"
        case .unknownSection, .notSection, .namelessDesk: "section"
        case .unknownKey: "unknown-key"
        case .outside, .deskOnly, .registerOnly, .notOfRegister: "place"
        case .deskName: "desk-name"
        case .wrongType: "type"
        case .empty: "empty"
        case .notLine: "not-line"
        case .notDuration, .outOfRange, .notChoice: "value"
        case .noDesk: "no-desk"
        case .former: "former"
        }
    }

    /// The name that may have been meant.
    package var nearest: String? {
        switch self {
        case .unknownSection(_, let nearest), .unknownKey(_, let nearest), .notChoice(_, _, let nearest): nearest
        default: nil
        }
    }
}
