import Foundation
import Testing

/// Every Swift example of the documentation is a file beside this one, word for word: what is
/// printed has been compiled, and what tests has been run.
@Suite struct DocumentationTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    private static let root = folder.deletingLastPathComponent().deletingLastPathComponent()

    @Test(arguments: try pages())
    func examplesOfAPageAreFilesHere(_ page: String) throws {
        let text = try String(contentsOf: Self.root.appending(path: page), encoding: .utf8)
        let examples = Self.examples(in: text)
        #expect(examples.isEmpty == !text.contains("```swift"))
        for example in examples { #expect(try Self.files().contains(example), "\(example)") }
    }

    @Test func everyFileHereIsAnExampleOfSomePage() throws {
        let examples = try Self.pages().flatMap {
            Self.examples(in: try String(contentsOf: Self.root.appending(path: $0), encoding: .utf8))
        }
        #expect(Set(try Self.files()).subtracting(examples) == [])
    }

    /// The pages of the libraries, and the README.
    private static func pages() throws -> [String] {
        let sources = try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: "Sources").path)
        return sources.filter { $0.hasSuffix(".md") }.map { "Sources/\($0)" }.sorted() + ["README.md"]
    }

    private static func files() throws -> [String] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "swift" && $0.lastPathComponent != "DocumentationTests.swift" }
            .map { try String(contentsOf: $0, encoding: .utf8) }
    }

    /// What stands between fences that are marked as Swift.
    private static func examples(in page: String) -> [String] {
        page.components(separatedBy: "```swift\n").dropFirst().compactMap { part in
            part.range(of: "\n```").map { String(part[..<$0.lowerBound]) + "\n" }
        }
    }
}
