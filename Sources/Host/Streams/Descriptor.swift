#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What is done with file descriptors. Where it fails, `SystemError.last` says why; a call that a signal
/// interrupts is made again.
package enum Descriptor {
    package static let input = STDIN_FILENO
    package static let output = STDOUT_FILENO
    package static let errors = STDERR_FILENO

    /// How a file is opened; never so that another program inherits it.
    package struct Opening: OptionSet, Sendable {
        package let rawValue: Int32
        package init(rawValue: Int32) { self.rawValue = rawValue }

        package static let reading: Opening = []
        package static let writing = Opening(rawValue: O_WRONLY)
        package static let both = Opening(rawValue: O_RDWR)
        /// Only where there is nothing of that name; then for its owner's eyes, as far as the mask goes.
        package static let new = Opening(rawValue: O_CREAT | O_EXCL)
        package static let atEnd = Opening(rawValue: O_APPEND)
        package static let noLink = Opening(rawValue: O_NOFOLLOW)
        package static let noWaiting = Opening(rawValue: O_NONBLOCK)
        package static let folder = Opening(rawValue: O_DIRECTORY)
        /// A terminal does not become this process's own.
        package static let notOwn = Opening(rawValue: O_NOCTTY)
    }

    /// Opens a file; below zero where that fails.
    package static func open(_ path: String, _ opening: Opening) -> Int32 {
        systemOpen(path, opening.rawValue | O_CLOEXEC, 0o600)
    }

    package static func close(_ descriptor: Int32) { systemClose(descriptor) }

    /// Writes all bytes; `false` where that fails.
    package static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = writeOnce(rest, to: descriptor)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Writes what the system takes in one call: how many bytes, or -1.
    package static func writeOnce(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int {
        bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
    }

    /// Reads up to `capacity` bytes, of a file from an offset where one is given; none at the end, `nil` on an error.
    package static func read(_ descriptor: Int32, capacity: Int, from offset: Int? = nil) -> [UInt8]? {
        while true {
            var count = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
                count =
                    offset.map { pread(descriptor, buffer.baseAddress, capacity, off_t($0)) }
                    ?? systemRead(descriptor, buffer.baseAddress, capacity)
                filled = max(0, count)
            }
            if count < 0, errno == EINTR { continue }
            return count < 0 ? nil : bytes
        }
    }

    /// Another number for the same, above those of the standard streams where `least` says so.
    package static func copy(_ descriptor: Int32, least: Int32 = 0) -> Int32 {
        fcntl(descriptor, F_DUPFD_CLOEXEC, least)
    }

    /// Takes the file's lock, which ends with whoever has it open.
    package static func lock(_ descriptor: Int32, waits: Bool = false) -> Bool {
        flock(descriptor, waits ? LOCK_EX : LOCK_EX | LOCK_NB) == 0
    }

    /// Waits until the disk has all of it.
    package static func sync(_ descriptor: Int32) -> Bool { fsync(descriptor) == 0 }

    /// Lets nobody but the owner see the file (mode 0600), whatever the mask says.
    package static func makePrivate(_ descriptor: Int32) -> Bool { fchmod(descriptor, 0o600) == 0 }

    /// Takes away what was written beyond a size.
    package static func cut(_ descriptor: Int32, to size: Int) { _ = ftruncate(descriptor, off_t(size)) }

    /// Whether it was handed over by whoever started this process, and can be written to. What this
    /// process opens for itself is never handed on, and so not meant.
    package static func isForOutput(_ descriptor: Int32) -> Bool {
        let flags = fcntl(descriptor, F_GETFD)
        let mode = fcntl(descriptor, F_GETFL)
        guard flags >= 0, flags & FD_CLOEXEC == 0, mode >= 0, mode & O_ACCMODE != O_RDONLY else {
            SystemError.last = .badDescriptor
            return false
        }
        return true
    }

    /// A file without a name in a folder, for writing back and forth (mode 0600); below zero where that fails.
    package static func scratch(in folder: String) -> Int32 {
        var path = Array("\(folder)/.thaiid-XXXXXX".utf8CString)
        let descriptor = mkstemp(&path)
        guard descriptor >= 0 else { return descriptor }
        unlink(path)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return descriptor
    }
}

// These names are the methods' there.
private func systemOpen(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 { open(path, flags, mode) }
private func systemClose(_ descriptor: Int32) { close(descriptor) }
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, bytes, count)
}
