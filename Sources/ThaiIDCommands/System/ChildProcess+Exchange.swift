import Host

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension ChildProcess {
    /// Three pipes: to the child's standard input, from its output, and from its errors.
    struct Pipes: ~Copyable {
        /// The ends that become the child's standard streams.
        let theirs: [Int32]
        /// The ends that stay here, in the same order.
        let ours: [Int32]

        init() throws(Failure) {
            var (theirs, ours): ([Int32], [Int32]) = ([], [])
            for stream in 0..<3 {
                var ends: [Int32] = [-1, -1]
                guard pipe(&ends) == 0 else {
                    let reason = Process.lastError
                    for descriptor in theirs + ours { close(descriptor) }
                    throw .notStarted(reason)
                }
                if stream == 0 { ends.reverse() }
                let moved = ends.map(Self.aboveStandardStreams)
                ours.append(moved[0])
                theirs.append(moved[1])
            }
            for descriptor in ours { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
            self.theirs = theirs
            self.ours = ours
        }

        /// Where a standard stream was closed, a pipe has taken its number.
        private static func aboveStandardStreams(_ descriptor: Int32) -> Int32 {
            defer { close(descriptor) }
            return fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
        }

        func closeTheirs() { for descriptor in theirs { close(descriptor) } }
    }

    /// What passes between this process and a child, in whichever order the child wants it.
    struct Exchange {
        /// What the child has written to standard output.
        private(set) var output: [UInt8] = []
        /// The beginning of what it has written to standard error.
        private(set) var words: [UInt8] = []

        private var rest: ArraySlice<UInt8> = []
        private var isInputWhole = false
        private var polled: [pollfd]

        init(_ pipes: borrowing Pipes) {
            polled = zip(pipes.ours, [POLLOUT, POLLIN, POLLIN]).map {
                pollfd(fd: $0, events: Int16($1), revents: 0)
            }
        }

        /// Whether the child still takes input.
        var isHeard: Bool { polled[0].fd >= 0 }

        /// Whether the child can still say something.
        var isSpeaking: Bool { polled[1].fd >= 0 || polled[2].fd >= 0 }

        /// Passes some of the input on, as far as the child takes it, and hears what it says
        /// meanwhile; `false` where a limit came first.
        mutating func pass(_ input: [UInt8], until deadline: ContinuousClock.Instant) -> Bool {
            rest = input[...]
            while !rest.isEmpty, isHeard {
                guard step(until: deadline) else { return false }
            }
            return true
        }

        /// Passes the last of the input on, and goes on until the child has closed both outputs;
        /// `false` where a limit came first.
        mutating func run(
            lastInput: [UInt8], until deadline: ContinuousClock.Instant, longestOutput: Int
        ) -> Bool {
            passLast(lastInput)
            while isSpeaking {
                guard step(until: deadline), output.count <= longestOutput else { return false }
            }
            return true
        }

        /// Says that no input follows this.
        mutating func passLast(_ input: [UInt8]) {
            rest = input[...]
            isInputWhole = true
            if rest.isEmpty { close(0) }
        }

        /// Waits until the child takes or says something.
        mutating func step(until deadline: ContinuousClock.Instant) -> Bool {
            let left = ContinuousClock.now.duration(to: deadline).milliseconds
            guard left > 0 else { return false }
            let ready = poll(&polled, nfds_t(polled.count), Int32(left))
            guard ready >= 0 || errno == EINTR else { return false }
            guard ready > 0 else { return true }
            if polled[0].revents != 0 { write() }
            if polled[1].revents != 0 { output += read(1) }
            if polled[2].revents != 0 { words += read(2).prefix(ChildProcess.longestWords - words.count) }
            return true
        }

        /// Hands out what the child has written since this was asked last.
        mutating func takeOutput() -> [UInt8] {
            defer { output = [] }
            return output
        }

        /// Lets go of what is open.
        mutating func end() { for stream in polled.indices { close(stream) } }

        private mutating func write() {
            let count = Descriptor.writeOnce(rest, to: polled[0].fd)
            if count > 0 { rest = rest.dropFirst(count) }
            if count < 0, errno == EAGAIN || errno == EINTR { return }
            if count < 0 || (rest.isEmpty && isInputWhole) { close(0) }
        }

        private mutating func read(_ stream: Int) -> [UInt8] {
            let chunk = Descriptor.read(polled[stream].fd, capacity: 1 << 16)
            if chunk == nil, errno == EAGAIN { return [] }
            if chunk?.isEmpty != false { close(stream) }
            return chunk ?? []
        }

        /// Closes a stream; `poll` passes over numbers below zero.
        private mutating func close(_ stream: Int) {
            guard polled[stream].fd >= 0 else { return }
            #if canImport(Glibc)
                Glibc.close(polled[stream].fd)
            #else
                Darwin.close(polled[stream].fd)
            #endif
            polled[stream].fd = -1
        }
    }
}
