#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The two standard streams: data on one, everything else on the other.
enum Output {
    /// Writes data to standard output, all of it or an error.
    static func write(_ text: String) throws(ToolError) { try write(Array(text.utf8)) }

    /// Writes data to standard output, all of it or an error.
    static func write(_ bytes: [UInt8]) throws(ToolError) {
        guard Descriptor.write(bytes, to: STDOUT_FILENO) else {
            throw .write(to: "standard output", reason: Process.lastError)
        }
    }

    /// Tells a person something on standard error. Where that cannot be written, nobody is there.
    static func tell(_ text: String) { _ = Descriptor.write(Array(text.utf8), to: STDERR_FILENO) }
}

/// Reading and writing of file descriptors.
enum Descriptor {
    /// Writes all bytes; `false` where that fails, and `errno` says why.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { writeOnce($0, to: descriptor) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Reads up to `capacity` bytes; none at the end, `nil` on an error.
    static func read(_ descriptor: Int32, capacity: Int) -> [UInt8]? {
        while true {
            var count = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
                count = systemRead(descriptor, buffer.baseAddress, capacity)
                filled = max(0, count)
            }
            if count < 0, errno == EINTR { continue }
            return count < 0 ? nil : bytes
        }
    }

    /// Writes what the system takes in one call: how many bytes, or -1, and `errno` says why.
    static func writeOnce(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int {
        #if canImport(Glibc)
            Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #else
            Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
    }

    private static func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.read(descriptor, bytes, count)
        #else
            Darwin.read(descriptor, bytes, count)
        #endif
    }
}
