internal import Crypto

/// The chain of one writer's entries: each holds the hash of the one before.
package enum LogChain {
    /// What stands in the place of a hash before the first entry.
    package static let start = [UInt8](repeating: 0, count: 32)

    /// SHA-256 of the hash before and the line, in UTF-8, without a line end.
    package static func hash(previous: [UInt8], line: String) -> [UInt8] {
        hash(previous: previous, line: Array(line.utf8))
    }

    static func hash(previous: [UInt8], line: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: previous)
        hash.update(data: line)
        return Array(hash.finalize())
    }
}
