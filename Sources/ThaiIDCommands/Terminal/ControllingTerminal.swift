import Host

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The terminal that this process was started from.
enum ControllingTerminal {
    /// How long an answer may take: a terminal at the far end of a slow line is still heard.
    private static let limit = Duration.seconds(1)
    /// Longer than anything that is asked for.
    private static let longest = 4_096

    /// Asks the terminal itself, and gives its answer as far as it came in time.
    ///
    /// Nothing of it shows, and the terminal is then as it was, even where an interrupt came
    /// meanwhile. Nothing is asked where there is no terminal or another program is in front.
    static func ask(_ question: String, isEnough: ([UInt8]) -> Bool) -> [UInt8] {
        let terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard terminal >= 0 else { return [] }
        defer { close(terminal) }
        var before = termios()
        guard tcgetpgrp(terminal) == getpgrp(), tcgetattr(terminal, &before) == 0 else { return [] }
        return Process.uninterrupted {
            var raw = before
            cfmakeraw(&raw)
            guard tcsetattr(terminal, TCSAFLUSH, &raw) == 0 else { return [] }
            // An answer that comes late is no key that somebody pressed.
            defer { tcsetattr(terminal, TCSAFLUSH, &before) }
            guard Descriptor.write(Array(question.utf8), to: terminal) else { return [] }
            let answer = read(terminal, isEnough)
            // Where the terminal shows what it does not know.
            _ = Descriptor.write(Array("\r\u{1B}[K".utf8), to: terminal)
            return answer
        }
    }

    private static func read(_ terminal: Int32, _ isEnough: ([UInt8]) -> Bool) -> [UInt8] {
        var answer: [UInt8] = []
        let deadline = ContinuousClock.now + limit
        while answer.count < longest, !isEnough(answer) {
            var polled = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
            let left = ContinuousClock.now.duration(to: deadline).milliseconds
            guard left > 0, poll(&polled, 1, Int32(left)) > 0 else { break }
            guard let chunk = Descriptor.read(terminal, capacity: longest), !chunk.isEmpty else { break }
            answer += chunk
            // The interrupt key, which is a key like others in this mode.
            if chunk.contains(0x03) {
                raise(SIGINT)
                break
            }
        }
        return answer
    }
}
