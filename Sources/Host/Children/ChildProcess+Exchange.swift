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
                do throws(SystemError) {
                    let pipe = try Descriptor.makePipe()
                    ours.append(stream == 0 ? pipe.writing : pipe.reading)
                    theirs.append(stream == 0 ? pipe.reading : pipe.writing)
                } catch {
                    for descriptor in theirs + ours { Descriptor.close(descriptor) }
                    throw .notStarted(error)
                }
            }
            for descriptor in ours { Descriptor.neverWait(descriptor) }
            self.theirs = theirs
            self.ours = ours
        }

        func closeAll() { for descriptor in theirs + ours { Descriptor.close(descriptor) } }

        func closeTheirs() { for descriptor in theirs { Descriptor.close(descriptor) } }
    }

    /// What passes between this process and a child, in whichever order the child wants it.
    struct Exchange {
        /// What the child has written to standard output.
        private(set) var output: [UInt8] = []
        /// The beginning of what it has written to standard error.
        private(set) var words: [UInt8] = []

        private var rest: ArraySlice<UInt8> = []
        private var isInputWhole = false
        /// To its input, from its output, from its errors, as long as they are open.
        private var streams: [Int32?]

        init(_ pipes: borrowing Pipes) { streams = pipes.ours }

        /// Whether the child still takes input.
        var isHeard: Bool { streams[0] != nil }

        /// Whether the child can still say something.
        var isSpeaking: Bool { streams[1] != nil || streams[2] != nil }

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
            guard ContinuousClock.now < deadline,
                let ready = Descriptor.ready(
                    reading: streams[1...].compactMap(\.self), writing: streams[..<1].compactMap(\.self),
                    until: deadline)
            else { return false }
            if let stream = streams[0], ready.contains(stream) { write(to: stream) }
            if let stream = streams[1], ready.contains(stream) { output += read(1, stream) }
            if let stream = streams[2], ready.contains(stream) {
                words += read(2, stream).prefix(ChildProcess.longestWords - words.count)
            }
            return true
        }

        /// Hands out what the child has written since this was asked last.
        mutating func takeOutput() -> [UInt8] {
            defer { output = [] }
            return output
        }

        /// Lets go of what is open.
        mutating func end() { for stream in streams.indices { close(stream) } }

        private mutating func write(to descriptor: Int32) {
            let count = Descriptor.writeOnce(rest, to: descriptor)
            if count > 0 { rest = rest.dropFirst(count) }
            if count < 0, [.wouldBlock, .interrupted].contains(SystemError.last) { return }
            if count < 0 || (rest.isEmpty && isInputWhole) { close(0) }
        }

        private mutating func read(_ stream: Int, _ descriptor: Int32) -> [UInt8] {
            let chunk = Descriptor.read(descriptor, capacity: 1 << 16)
            if chunk == nil, SystemError.last == .wouldBlock { return [] }
            if chunk?.isEmpty != false { close(stream) }
            return chunk ?? []
        }

        private mutating func close(_ stream: Int) {
            guard let descriptor = streams[stream] else { return }
            Descriptor.close(descriptor)
            streams[stream] = nil
        }
    }
}
