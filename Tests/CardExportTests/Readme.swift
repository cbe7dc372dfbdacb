import Foundation

/// The README, which repeats what tables say.
enum Readme {
    /// Its lines.
    static var lines: [String] {
        get throws {
            let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent()
            return try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
                .split(separator: "\n").map(String.init)
        }
    }
}
