/// The number by which a sheet can be traced or reported lost: letters, digits and hyphens.
public struct AuditNumber: Hashable, Sendable, CustomStringConvertible {
    /// As it stands on the sheet.
    public let description: String

    /// Takes a number of 1 to 40 characters; `nil` for anything else.
    public init?(_ text: String) {
        let isPlain = text.utf8.allSatisfy { byte in
            let character = Character(Unicode.Scalar(byte))
            return character.isASCII && (character.isLetter || character.isNumber || character == "-")
        }
        guard isPlain, (1...40).contains(text.utf8.count) else { return nil }
        self.init(text: text)
    }

    init(text: String) { description = text }
}
