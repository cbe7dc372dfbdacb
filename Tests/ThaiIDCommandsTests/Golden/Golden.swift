import Foundation
import Testing

/// Outputs, kept as files in `Tests/Golden` and compared byte for byte.
///
/// With THAIID_REWRITE_GOLDEN=1 in the environment a file that differs is written anew, and the
/// test fails all the same: look at the change, then run again.
enum Golden {
    /// An output of one kind, beside others of its kind.
    struct Sample {
        /// The card, and what is special about the output.
        let name: String
        let output: String
        /// The sample before it whose output it is compared with, where that is not the first.
        var base: String?
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Golden")

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

    /// Compares outputs of one kind with the file of this name, which has the first of them whole and of each other
    /// what differs.
    static func expect(
        _ samples: [Sample], _ name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        try expect(text(samples), name, sourceLocation: sourceLocation)
    }

    /// The first output whole, and of each other what makes it of the first, or of the one that it names.
    static func text(_ samples: [Sample]) -> String {
        var text = ""
        var known: [String: [String]] = [:]
        for sample in samples {
            let lines = OutputLines(sample.output).lines
            if let first = samples.first, sample.name != first.name {
                let base = sample.base ?? first.name
                let differences = Differences(from: known[base] ?? [], to: lines)
                let result = differences.applied(to: known[base] ?? [])?.joined(separator: "\n")
                if result?.utf8.elementsEqual(lines.joined(separator: "\n").utf8) != true {
                    Issue.record("what is kept of \(sample.name) does not say what it was made of")
                }
                if differences.lines.count(where: { $0.hasPrefix("+") }) * 2 <= lines.count {
                    text += heading("\(sample.name), from \(base)", differences.lines)
                } else {
                    text += heading("\(sample.name), whole", lines)
                }
            } else {
                text += "=== \(sample.name)\n\(sample.output)"
                text += sample.output.utf8.last == UInt8(ascii: "\n") ? "" : "\n(no line end)\n"
            }
            known[sample.name] = lines
        }
        return text
    }

    /// The names of all files in a folder, in order.
    static func names(in name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(name).path).sorted()
    }

    private static func heading(_ heading: String, _ lines: [String]) -> String {
        "=== \(heading)\n" + lines.map { "\($0)\n" }.joined()
    }

    private static func difference(_ kept: String?, _ text: String) -> String {
        guard let kept else { return "there is no such file; THAIID_REWRITE_GOLDEN=1 writes it" }
        let (old, new) = (lines(kept), lines(text))
        let index =
            zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
        func line(_ lines: [String]) -> String { lines.indices.contains(index) ? "‘\(lines[index])’" : "no line" }
        let part = new.prefix(index + 1).last { $0.hasPrefix("=== ") }.map { ", \($0.dropFirst(4))" } ?? ""
        return "line \(index + 1)\(part) is \(line(new)) where \(line(old)) was expected"
    }

    private static func lines(_ text: String) -> [String] {
        text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}
