import CProcess
import Host

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How this process ends, and as whom it runs.
extension Process {
    /// Keeps the card's data out of core dumps, crash reports and the reach of other programs of the
    /// same user, and makes an interrupt end the process at once: the service lets go of the card
    /// by itself.
    static func harden() {
        process_harden()
        signal(SIGINT) { _ in _exit(130) }
    }

    /// Does something that an interrupt has to wait for, such as putting a file in its place.
    static func uninterrupted<Result, Failure: Error>(
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        var interrupts = sigset_t()
        var before = sigset_t()
        sigemptyset(&interrupts)
        sigaddset(&interrupts, SIGINT)
        sigaddset(&interrupts, SIGTERM)
        sigaddset(&interrupts, SIGHUP)
        pthread_sigmask(SIG_BLOCK, &interrupts, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        return try body()
    }

    /// The name of the user as whom this runs.
    static var userName: String {
        guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return "uid \(getuid())" }
        return String(cString: name)
    }
}
