#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A pause of the calling thread.
enum Sleep {
    static func now(for duration: Duration) {
        let (seconds, attoseconds) = duration.components
        var time = timespec(tv_sec: time_t(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
        var rest = timespec()
        while nanosleep(&time, &rest) == -1, errno == EINTR { time = rest }
    }
}
