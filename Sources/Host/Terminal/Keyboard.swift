#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The terminal at standard input, handing over each key when it is pressed, and not showing it.
///
/// The terminal gets its own ways back when this is let go, when a signal ends the process, and
/// while the process is stopped.
package final class Keyboard {
    /// `nil` where the terminal is not this process's to change, as for a job in the background.
    package init?() {
        guard Self.isInForeground, tcgetattr(STDIN_FILENO, &terminalBefore) == 0 else { return nil }
        // A job that is moved to the background reads nothing, rather than being stopped.
        signal(SIGTTIN, SIG_IGN)
        for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] { signal(number, Self.end) }
        signal(SIGTSTP, Self.stop)
        signal(SIGCONT, Self.goOn)
        Self.takeKeys()
    }

    deinit { Self.restore() }

    private static var isInForeground: Bool { tcgetpgrp(STDIN_FILENO) == getpgrp() }

    /// Everything below is called by signals, and calls only what POSIX allows there.
    private static func takeKeys() {
        guard isInForeground else { return }
        var terminal = terminalBefore
        terminal.c_lflag &= ~tcflag_t(ICANON | ECHO)
        withUnsafeMutableBytes(of: &terminal.c_cc) {
            $0[Int(VMIN)] = 1
            $0[Int(VTIME)] = 0
        }
        tcsetattr(STDIN_FILENO, TCSANOW, &terminal)
    }

    private static func restore() {
        if isInForeground { tcsetattr(STDIN_FILENO, TCSANOW, &terminalBefore) }
    }

    private static let end: @convention(c) (Int32) -> Void = { number in
        restore()
        if number == SIGINT { _exit(130) }
        signal(number, SIG_DFL)
        raise(number)
    }

    private static let stop: @convention(c) (Int32) -> Void = { _ in
        restore()
        signal(SIGTSTP, SIG_DFL)
        raise(SIGTSTP)
    }

    private static let goOn: @convention(c) (Int32) -> Void = { _ in
        signal(SIGTSTP, stop)
        takeKeys()
    }
}

/// How the terminal was found. It is written once, before a signal can come to read it.
private nonisolated(unsafe) var terminalBefore = termios()
