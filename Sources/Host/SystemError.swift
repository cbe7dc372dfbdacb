#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// An error of the system, by its number (`errno`).
package struct SystemError: RawRepresentable, Error, Hashable, Sendable, CustomStringConvertible {
    package let rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// That of the call that failed last in this thread.
    package static var last: SystemError {
        get { SystemError(rawValue: errno) }
        set { errno = newValue.rawValue }
    }

    /// A name is another's already.
    package static let exists = SystemError(rawValue: EEXIST)
    /// There is nothing of that name.
    package static let missing = SystemError(rawValue: ENOENT)
    /// A part of a path is no folder.
    package static let notFolder = SystemError(rawValue: ENOTDIR)
    package static let accessDenied = SystemError(rawValue: EACCES)
    /// A file is larger than it may be.
    package static let tooLarge = SystemError(rawValue: EFBIG)
    /// There is no room on the disk.
    package static let noSpace = SystemError(rawValue: ENOSPC)
    package static let interrupted = SystemError(rawValue: EINTR)
    /// Nothing can be done without waiting.
    package static let wouldBlock = SystemError(rawValue: EWOULDBLOCK)
    /// What was asked for makes no sense, such as waiting for the disk of a pipe.
    package static let invalid = SystemError(rawValue: EINVAL)
    package static let readOnly = SystemError(rawValue: EROFS)
    /// Nobody listens there.
    package static let refused = SystemError(rawValue: ECONNREFUSED)
    package static let badDescriptor = SystemError(rawValue: EBADF)

    /// The system's words.
    package var description: String { String(cString: strerror(rawValue)) }
}
