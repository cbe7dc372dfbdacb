/// A recording, written in some format.
public struct ConvertedTrace: Hashable, Sendable {
    /// The file's content.
    public let bytes: [UInt8]
    /// What the recording says and the file does not.
    public let losses: [TraceLoss]

    init(_ bytes: [UInt8], losses: [TraceLoss] = []) {
        self.bytes = bytes
        self.losses = losses
    }

    init(lines: [String], losses: [TraceLoss]) {
        self.init(Array((lines.joined(separator: "\n") + "\n").utf8), losses: losses)
    }
}
