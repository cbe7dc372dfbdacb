import Host

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Which file it is, whatever its names are; none is that of nothing.
struct FileIdentity: Equatable {
    private let device: dev_t
    private let number: ino_t
    /// Whether it is a file proper, and neither a folder, a link, a device nor a pipe.
    let isRegular: Bool

    /// That of an open file.
    init?(_ descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    /// That of whatever has this name, even if it is a link.
    init?(at path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    private init(_ status: stat) {
        (device, number, isRegular) = (status.st_dev, status.st_ino, status.st_mode & S_IFMT == S_IFREG)
    }
}
