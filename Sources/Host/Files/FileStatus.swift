#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What the system says of a file, which it is whatever its names are; none is that of nothing.
package struct FileStatus: Equatable {
    package enum Kind: Sendable {
        case file, folder, link, pipe, socket, other
    }

    private let device: UInt64
    private let number: UInt64
    package let kind: Kind
    /// How many bytes a file proper has.
    package let size: Int
    /// Whether everybody on the machine may do something with it.
    package let isOpenToAll: Bool
    /// Whether anybody but its owner may do something with it.
    package let isOpenToOthers: Bool

    /// That of an open file.
    package init?(_ descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    /// That of whatever has this name, even if it is a link.
    package init?(at path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// That of whatever this name leads to.
    package init?(behind path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    private init(_ status: stat) {
        (device, number) = (UInt64(status.st_dev), UInt64(status.st_ino))
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            case S_IFIFO: .pipe
            case S_IFSOCK: .socket
            default: .other
            }
        size = Int(status.st_size)
        isOpenToAll = status.st_mode & 0o007 != 0
        isOpenToOthers = status.st_mode & 0o077 != 0
    }

    package static func == (one: FileStatus, other: FileStatus) -> Bool {
        one.device == other.device && one.number == other.number
    }
}
