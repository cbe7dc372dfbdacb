#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension Descriptor {
    /// The descriptor that a path stands for, which is a stream of this process and no file of a
    /// folder: `/dev/stdout`, `/dev/fd/63`, `/proc/self/fd/1`. A shell's `>(…)` is one of these.
    public static func named(by path: String) -> Int32? {
        switch path {
        case "/dev/stdin": return STDIN_FILENO
        case "/dev/stdout": return STDOUT_FILENO
        case "/dev/stderr": return STDERR_FILENO
        default: break
        }
        for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
            let digits = path.dropFirst(folder.count)
            guard let number = Int32(digits), number >= 0, String(number) == digits else { return nil }
            return number
        }
        return nil
    }

    /// Whether it was handed over by whoever started this process, and can be written to. What this
    /// process opens for itself is never handed on, and so not meant.
    public static func isForOutput(_ descriptor: Int32) -> Bool {
        let flags = fcntl(descriptor, F_GETFD)
        let mode = fcntl(descriptor, F_GETFL)
        guard flags >= 0, flags & FD_CLOEXEC == 0, mode >= 0, mode & O_ACCMODE != O_RDONLY else {
            errno = EBADF
            return false
        }
        return true
    }
}
