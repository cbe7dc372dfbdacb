import Host

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Descriptor {
    /// Waits until some of the descriptors can be read from, or have come to their end, and tells
    /// which; none where the deadline passes first.
    static func readable(_ descriptors: [Int32], until deadline: ContinuousClock.Instant?) -> Set<Int32> {
        var entries = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        while poll(&entries, nfds_t(entries.count), milliseconds(until: deadline)) < 0, errno == EINTR {}
        return Set(entries.filter { $0.revents != 0 }.map(\.fd))
    }

    /// The time that is left, rounded up; -1 stands for no end.
    private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
        guard let deadline else { return -1 }
        return Int32(max(0, ((deadline - .now) / .milliseconds(1)).rounded(.up)))
    }
}
