import Host
import ThaiIDCard

/// A file of settings: `key = value`, a line each; blank lines and lines that begin with `#` mean
/// nothing. The name of a file is relative to the folder of the file that it stands in.
enum ConfigurationFile {
    private static let longest = 1 << 16

    /// Where files are looked for, the more important first (XDG Base Directory Specification).
    static var places: [String] {
        let user = folder("XDG_CONFIG_HOME") ?? folder("HOME").map { $0 + "/.config" }
        let system = (Process.environment("XDG_CONFIG_DIRS") ?? "/etc/xdg").split(separator: ":").map(String.init)
        return ([user].compactMap(\.self) + system.filter { $0.hasPrefix("/") }).map { $0 + "/thaiid/config" }
    }

    /// A folder that a variable names; the specification has relative ones passed over.
    private static func folder(_ variable: String) -> String? {
        Process.environment(variable).flatMap { $0.hasPrefix("/") ? $0 : nil }
    }

    /// The settings of a file; `nil` where there is none.
    static func read(_ path: String) throws(ToolError) -> [Configuration.Key: String]? {
        guard Folder.holds(path) else { return nil }
        let bytes: [UInt8]
        do throws(FileFailure) {
            bytes = try InputFile.read(path, limit: longest)
        } catch {
            throw .configuration(file: path, line: 1, .unreadable(reason: "\(error.reason)"))
        }
        return try parse(bytes, of: path)
    }

    static func parse(_ bytes: [UInt8], of path: String) throws(ToolError) -> [Configuration.Key: String] {
        let folder = Folder.holding(path)
        let lines = InputText.unmarked(bytes)
        var values: [Configuration.Key: String] = [:]
        for (index, line) in lines.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            guard let text = String(validating: line, as: UTF8.self).map({ trimmed($0[...]) }) else {
                throw .configuration(file: path, line: index + 1, .notText)
            }
            guard !text.isEmpty, !text.hasPrefix("#") else { continue }
            guard let equals = text.firstIndex(of: "=") else {
                throw .configuration(file: path, line: index + 1, .notSetting)
            }
            let name = trimmed(text[..<equals])
            let value = trimmed(text[text.index(after: equals)...])
            guard let key = Configuration.Key(rawValue: name) else {
                throw .configuration(file: path, line: index + 1, .unknown(name))
            }
            guard !value.isEmpty, values[key] == nil else {
                throw .configuration(file: path, line: index + 1, value.isEmpty ? .empty(name) : .twice(name))
            }
            values[key] = key.isPath && !value.hasPrefix("/") ? "\(folder)/\(value)" : value
        }
        return values
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
