import Foundation
import Testing

/// Whole outputs, kept as files in `Tests/Golden` and compared byte for byte.
///
/// With THAIID_REWRITE_GOLDEN=1 in the environment a file that differs is written anew, and the
/// test fails all the same: look at the change, then run again.
enum Golden {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Golden")

    private static let rewrites = ProcessInfo.processInfo.environment["THAIID_REWRITE_GOLDEN"] == "1"

    /// Compares a text with the file of this name.
    static func expect(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let file = folder.appendingPathComponent(name)
        let kept = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
        guard kept.map({ Array($0.utf8) }) != Array(text.utf8) else { return }
        if rewrites {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            Issue.record("\(name) was written anew: read it, then run again", sourceLocation: sourceLocation)
        } else {
            Issue.record("\(name): \(difference(kept, text))", sourceLocation: sourceLocation)
        }
    }

    /// The names of all files in a folder, in order.
    static func names(in name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(name).path).sorted()
    }

    private static func difference(_ kept: String?, _ text: String) -> String {
        guard let kept else { return "there is no such file; THAIID_REWRITE_GOLDEN=1 writes it" }
        let (old, new) = (lines(kept), lines(text))
        let index =
            zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
        func line(_ lines: [String]) -> String { lines.indices.contains(index) ? "‘\(lines[index])’" : "no line" }
        return "line \(index + 1) is \(line(new)) where \(line(old)) was expected"
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}
