#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The terminal that this process was started from.
package enum ControllingTerminal {
    /// How long an answer may take: a terminal at the far end of a slow line is still heard.
    private static let limit = Duration.seconds(1)
    /// Longer than anything that is asked for.
    private static let longest = 4_096
    private static let interruptKey: UInt8 = 0x03

    /// Asks the terminal itself, and gives its answer as far as it came in time.
    ///
    /// Nothing of it shows, and the terminal is then as it was, even where an interrupt came
    /// meanwhile. Nothing is asked where there is no terminal or another program is in front.
    package static func ask(_ question: String, isEnough: ([UInt8]) -> Bool) -> [UInt8] {
        let terminal = Descriptor.open("/dev/tty", [.both, .notOwn])
        guard terminal >= 0 else { return [] }
        defer { Descriptor.close(terminal) }
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
            guard !Descriptor.readable([terminal], until: deadline).isEmpty else { break }
            guard let chunk = Descriptor.read(terminal, capacity: longest), !chunk.isEmpty else { break }
            answer += chunk
            // The interrupt key, which is a key like others in this mode.
            if chunk.contains(interruptKey) {
                raise(SIGINT)
                break
            }
        }
        return answer
    }

    /// How many characters the terminal of standard output has in a line, and how many lines; `nil` where
    /// it does not say.
    package static var size: (columns: Int, rows: Int)? {
        var size = winsize()
        guard ioctl(Descriptor.output, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
            return nil
        }
        return (Int(size.ws_col), Int(size.ws_row))
    }

    /// How wide text for people may be: as `COLUMNS` says, else the terminal, else 80.
    package static var columns: Int { Process.environment("COLUMNS").flatMap { Int($0) } ?? size?.columns ?? 80 }
}

extension ControllingTerminal {
    /// A line that somebody types after a question; `nil` where there is no terminal, or it ends.
    ///
    /// - Parameter isSecret: whether what is typed does not show.
    package static func line(after question: String, isSecret: Bool) -> String? {
        let terminal = Descriptor.open("/dev/tty", [.both, .notOwn])
        guard terminal >= 0 else { return nil }
        defer { Descriptor.close(terminal) }
        var before = termios()
        guard tcgetpgrp(terminal) == getpgrp(), tcgetattr(terminal, &before) == 0 else { return nil }
        var quiet = before
        if isSecret {
            // The interrupt key ends the line, so that the terminal shows again what is typed before the process ends.
            quiet.c_lflag &= ~tcflag_t(ECHO | ISIG)
            withUnsafeMutableBytes(of: &quiet.c_cc) { $0[Int(VEOL)] = interruptKey }
        }
        guard Descriptor.write(Array(question.utf8), to: terminal), tcsetattr(terminal, TCSADRAIN, &quiet) == 0 else {
            return nil
        }
        var isInterrupted = false
        defer {
            tcsetattr(terminal, TCSADRAIN, &before)
            if isSecret { _ = Descriptor.write([UInt8(ascii: "\n")], to: terminal) }
            if isInterrupted { raise(SIGINT) }
        }
        var line: [UInt8] = []
        while line.count < longest {
            guard let part = Descriptor.read(terminal, capacity: longest), !part.isEmpty else { return nil }
            line += part
            isInterrupted = isSecret && line.contains(interruptKey)
            guard !isInterrupted else { return nil }
            if let end = line.firstIndex(of: UInt8(ascii: "\n")) {
                let text = String(decoding: line[..<end], as: UTF8.self)
                return String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
            }
        }
        return nil
    }
}
