import ThaiIDCard

/// Settings as they are written down.
package enum TOMLText {
    /// A text between quotation marks (TOML 1.0, ‘String’).
    package static func quoted(_ text: String) -> String {
        "\"" + text.unicodeScalars.map(escaped).joined() + "\""
    }

    /// A value, as a file has it.
    package static func value(_ value: SettingValue) -> String {
        switch value {
        case .text(let text): quoted(text)
        case .flag(let flag): String(flag)
        case .number(let number): String(number)
        case .duration(let duration): quoted(duration.description)
        case .list(let items): "[" + items.map(quoted).joined(separator: ", ") + "]"
        }
    }

    /// The head of the register's section.
    package static let register = "[register]"

    /// The head of a desk's section, or of what holds at all of them.
    package static func head(desk: String?) -> String {
        guard let desk else { return "[sheet]" }
        let isBare = desk.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte == 0x2D || byte == 0x5F
        }
        return "[desk.\(isBare && !desk.isEmpty ? desk : quoted(desk))]"
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case _ where SafeText.isUnsafe(scalar):
            "\\u" + String(repeating: "0", count: 4 - String(scalar.value, radix: 16).count)
                + String(scalar.value, radix: 16, uppercase: true)
        default: String(scalar)
        }
    }
}
