public import Foundation

/// The recordings of invented cards in `Fixtures/`.
public enum Fixtures {
    /// Where they are.
    public static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures")

    /// Their names, without the ending, in order.
    public static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".trace") }.map { String($0.dropLast(6)) }.sorted()

    /// The path of the recording of this name.
    public static func recording(_ name: String) -> String { folder.appendingPathComponent("\(name).trace").path }
}
