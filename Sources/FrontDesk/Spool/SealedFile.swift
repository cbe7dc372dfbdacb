internal import Crypto
internal import Host

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A file of sealed frames, one behind another, each on the disk before anything is done that it speaks of.
///
/// A frame is its length in four bytes, big endian, and a box of ChaCha20-Poly1305 (RFC 8439: nonce, text, tag) that
/// is bound to the file's name and the frame's place, so that no frame can stand in for another. What a crash left
/// of a last one is not there.
final class SealedFile {
    private static let longest = 1 << 24
    private static let head = 4

    private let path: String
    private let key: SymmetricKey
    private let descriptor: Int32
    /// How far the frames reach that are whole.
    private var end: Int
    /// What the frames hold.
    private(set) var frames: [[UInt8]] = []

    /// Opens a file, and holds its lock until it is let go.
    ///
    /// - Returns: `nil` where another process holds it, or it has gone meanwhile.
    init?(_ path: String, key: SymmetricKey) throws(FileFailure) {
        let descriptor = Descriptor.open(path, [.both, .atEnd, .noLink, .noWaiting])
        guard descriptor >= 0 else {
            guard SystemError.last == .missing else { throw .unreadable(path, .last) }
            return nil
        }
        guard Descriptor.lock(descriptor), let status = FileStatus(descriptor), status == FileStatus(at: path) else {
            Descriptor.close(descriptor)
            return nil
        }
        (self.path, self.key, self.descriptor, end) = (path, key, descriptor, 0)
        guard status.size <= Self.longest, let bytes = Descriptor.read(descriptor, capacity: status.size, from: 0)
        else {
            throw .tooLarge(path, limit: Self.longest)
        }
        while let frame = open(bytes[end...]) {
            frames.append(frame.text)
            end += frame.length
        }
    }

    deinit { Descriptor.close(descriptor) }

    /// Adds a frame.
    func append(_ text: [UInt8]) throws(FileFailure) {
        guard let bytes = Self.frame(text, at: frames.count, of: Self.name(path), key) else {
            throw .unwritable(path, .invalid)
        }
        Descriptor.cut(descriptor, to: end)
        guard Descriptor.write(bytes, to: descriptor), Descriptor.sync(descriptor) else {
            let reason = SystemError.last
            Descriptor.cut(descriptor, to: end)
            throw .unwritable(path, reason)
        }
        end += bytes.count
        frames.append(text)
    }

    /// The bytes of a new file that is to have this name.
    static func bytes(_ texts: [[UInt8]], for path: String, key: SymmetricKey) -> [UInt8]? {
        let frames = texts.enumerated().map { frame($0.element, at: $0.offset, of: name(path), key) }
        let whole = frames.compactMap { $0 }
        return whole.count == frames.count ? whole.flatMap { $0 } : nil
    }

    private func open(_ bytes: ArraySlice<UInt8>) -> (text: [UInt8], length: Int)? {
        guard bytes.count >= Self.head else { return nil }
        let count = bytes.prefix(Self.head).reduce(0) { $0 << 8 | Int($1) }
        let sealed = bytes.dropFirst(Self.head).prefix(count)
        guard sealed.count == count, let box = try? ChaChaPoly.SealedBox(combined: sealed),
            let text = try? ChaChaPoly.open(box, using: key, authenticating: Self.place(frames.count, Self.name(path)))
        else { return nil }
        return (Array(text), Self.head + count)
    }

    private static func frame(_ text: [UInt8], at index: Int, of name: String, _ key: SymmetricKey) -> [UInt8]? {
        guard let box = try? ChaChaPoly.seal(text, using: key, authenticating: place(index, name)).combined else {
            return nil
        }
        return (0..<head).reversed().map { UInt8(truncatingIfNeeded: box.count >> ($0 * 8)) } + box
    }

    private static func place(_ index: Int, _ name: String) -> [UInt8] { Array("\(name) \(index)".utf8) }

    private static func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
