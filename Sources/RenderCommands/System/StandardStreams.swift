import CardExport
import CardSheet

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A record comes in on standard input, a drawing goes out on standard output, words on standard error.
enum StandardStreams {
    /// The record, as far as it is one: more than `limit` bytes are never held.
    static func record() throws -> SheetRecord {
        guard let bytes = read(STDIN_FILENO, limit: limit) else { throw RenderError.unreadable(reason: lastError) }
        guard bytes.count <= limit else { throw RenderError.tooLarge(limit: limit) }
        guard let json = JSONValue(parsing: bytes) else { throw RenderError.notRecord(key: "JSON") }
        return try SheetRecord(json)
    }

    /// The next bytes of standard input, none at its end.
    static func part() throws(RenderError) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = systemRead(STDIN_FILENO, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable(reason: lastError) }
            return Array(buffer.prefix(count))
        }
    }

    /// Writes all bytes, or throws.
    static func write(_ bytes: [UInt8]) throws(RenderError) {
        guard write(bytes, to: STDOUT_FILENO) else { throw .write(reason: lastError) }
    }

    /// Tells a person something.
    static func tell(_ text: String) { _ = write(Array(text.utf8), to: STDERR_FILENO) }

    /// A text file of whoever calls; `nil` where it cannot be read.
    static func text(of file: String) throws(RenderError) -> String {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        defer { if descriptor >= 0 { close(descriptor) } }
        guard descriptor >= 0, let bytes = read(descriptor, limit: 4_096) else {
            throw .issuerUnreadable(file: file, reason: lastError)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A record with the largest photo that is decoded, in base64, and room to spare.
    private static let limit = 1 << 18

    private static var lastError: String { String(cString: strerror(errno)) }

    /// Everything up to the end, or a little more than `limit` bytes; `nil` on an error.
    private static func read(_ descriptor: Int32, limit: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= limit {
            let count = systemRead(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { break }
            bytes += buffer.prefix(count)
        }
        return bytes
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    #if canImport(Glibc)
        private static let systemRead = Glibc.read
        private static let systemWrite = Glibc.write
    #else
        private static let systemRead = Darwin.read
        private static let systemWrite = Darwin.write
    #endif
}
