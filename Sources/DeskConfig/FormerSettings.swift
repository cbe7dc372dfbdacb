import Host
import ThaiIDCard

/// The form that settings had before: a file `config` with `key = value`, a line each. Nothing is settled by
/// it any more; what it says is put into today's form for whoever has one.
package enum FormerSettings {
    private static let names = ["issuerBlock": SettingKey.issuerBlock, "logKey": .logKey]

    /// The name of the former file that stood where this one belongs.
    package static func name(beside path: String) -> String { "\(Folder.holding(path))/config" }

    /// Whether a file is of the former form, by its name.
    static func isName(_ path: String) -> Bool { path == "config" || path.hasSuffix("/config") }

    /// The lines of a section `[sheet]` that says the same. What is not understood stands in it as a comment.
    static func today(_ bytes: [UInt8]) -> [String] {
        let text = InputText.utf8(bytes).map { String(decoding: $0, as: UTF8.self) } ?? ""
        var taken: Set<SettingKey> = []
        return ["[sheet]"]
            + text.split(whereSeparator: \.isNewline).map(trimmed).filter { !$0.isEmpty }
            .map { line in
                guard !line.hasPrefix("#") else { return line }
                guard let (key, value) = setting(line), taken.insert(key).inserted else { return "# \(line)" }
                return "\(key.rawValue) = \(TOMLText.quoted(value))"
            }
    }

    private static func setting(_ line: String) -> (SettingKey, String)? {
        guard let equals = line.firstIndex(of: "=") else { return nil }
        let (name, value) = (trimmed(line[..<equals]), trimmed(line[line.index(after: equals)...]))
        guard let key = names[name] ?? SettingKey(rawValue: name), key.isOfSheet, !value.isEmpty else { return nil }
        return (key, value)
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
