internal import CProcess
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How this process ends.
extension Process {
    /// Keeps what is held out of core dumps, crash reports and the reach of other programs of the same user.
    package static func harden() { process_harden() }

    /// Makes an interrupt end the process at once.
    package static func endOnInterrupt() { signal(SIGINT) { _ in _exit(130) } }

    /// Ends without the C library's farewells: a thread may still be inside a library, and finds nothing
    /// taken away from under it.
    package static func end(_ status: Int32) -> Never { _exit(status) }

    /// Ends as a signal would end it: files that are not in their places are gone, and so are children.
    package static func leave(_ status: Int32) -> Never { process_leave(status) }

    /// Has another program take this one's place, with its streams and its environment, and with the files that it was
    /// handed or that are meant for it.
    ///
    /// - Returns: why it did not; else never.
    package static func become(_ executable: String, arguments: [[UInt8]]) -> SystemError {
        let name = executable.split(separator: "/").last.map(String.init) ?? executable
        ChildProcess.withCStrings([Array(name.utf8)] + arguments) { process_become(executable, $0) }
        return .last
    }

    /// Does something that an interrupt, a termination or a hangup has to wait for, such as putting a file in its
    /// place.
    package static func uninterrupted<Result, Failure: Error>(
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        var before = sigset_t()
        process_hold_signals(&before)
        defer { process_release_signals(&before) }
        return try body()
    }
}

/// Whether this process ends when it writes to a program that no longer reads.
package enum BrokenPipes {
    private static let state = Mutex((count: 0, before: nil as (@convention(c) (Int32) -> Void)?))

    /// Makes it an error of the one write, until `heedAgain` was called as often.
    package static func ignore() {
        state.withLock {
            if $0.count == 0 { $0.before = signal(SIGPIPE, SIG_IGN) }
            $0.count += 1
        }
    }

    /// Takes one `ignore` back.
    package static func heedAgain() {
        state.withLock {
            $0.count -= 1
            if $0.count == 0 { signal(SIGPIPE, $0.before) }
        }
    }
}
