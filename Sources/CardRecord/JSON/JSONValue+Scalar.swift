internal import ThaiIDCard

extension JSONValue {
    /// The text or the whole number that it is, as text; `nil` for all else.
    package var scalarText: String? {
        switch self {
        case .string(let text): text
        case .integer, .number: integer.map { String($0) }
        case .null, .bool, .array, .object: nil
        }
    }

    /// The text or number that it is, safe to show.
    var safeText: String? { scalarText.map(SafeText.clean) }

    /// Whether it is a text, a number or `null`.
    var isScalarOrNull: Bool {
        switch self {
        case .string, .integer, .number, .null: true
        case .bool, .array, .object: false
        }
    }
}
