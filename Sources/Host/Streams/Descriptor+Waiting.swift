#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension Descriptor {
    /// Waits until some of the descriptors can be read from, or have come to their end, and tells
    /// which; none where the deadline passes first.
    package static func readable(_ descriptors: [Int32], until deadline: ContinuousClock.Instant?) -> Set<Int32> {
        ready(reading: descriptors, writing: [], until: deadline) ?? []
    }

    /// Waits until some of the descriptors can be read from or written to, or are at their end, and tells
    /// which; none where the deadline passes first, `nil` where they cannot be waited for.
    static func ready(
        reading: [Int32], writing: [Int32], until deadline: ContinuousClock.Instant?
    ) -> Set<Int32>? {
        var entries =
            reading.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            + writing.map { pollfd(fd: $0, events: Int16(POLLOUT), revents: 0) }
        while poll(&entries, nfds_t(entries.count), milliseconds(until: deadline)) < 0 {
            guard errno == EINTR else { return nil }
        }
        return Set(entries.filter { $0.revents != 0 }.map(\.fd))
    }

    /// The time that is left, rounded up; -1 stands for no end.
    private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
        guard let deadline else { return -1 }
        return Int32(max(0, ((deadline - .now) / .milliseconds(1)).rounded(.up)))
    }

    /// Both ends of a pipe, reading first, neither one of the numbers of the standard streams: where one of
    /// those was closed, a pipe would take its number.
    static func makePipe() throws(SystemError) -> (reading: Int32, writing: Int32) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .last }
        let moved = ends.map { copy($0, least: 3) }
        for end in ends { close(end) }
        return (moved[0], moved[1])
    }

    /// Has reading and writing return at once where nothing can be done.
    static func neverWait(_ descriptor: Int32) { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
}
