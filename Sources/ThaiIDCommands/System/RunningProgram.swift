import CProcess
import Host

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Another program while it runs: fed bit by bit, and killed when it is let go of before its end.
final class RunningProgram {
    private let process: pid_t
    private var exchange: ChildProcess.Exchange
    private var isRunning = true
    private let handlerBefore: (@convention(c) (Int32) -> Void)?

    /// Starts a program.
    init(_ program: ChildProcess) throws(ChildProcess.Failure) {
        let pipes = try ChildProcess.Pipes()
        // An interrupt waits until there is something to kill.
        process = try Process.uninterrupted { () throws(ChildProcess.Failure) in
            let process = try program.spawn(pipes)
            process_kill_on_signal(process)
            return process
        }
        pipes.closeTheirs()
        exchange = ChildProcess.Exchange(pipes)
        // A program that ends without reading all of its input is no reason to end, too.
        handlerBefore = signal(SIGPIPE, SIG_IGN)
    }

    deinit {
        if isRunning { kill() }
        exchange.end()
        signal(SIGPIPE, handlerBefore)
    }

    /// Whether it still takes input. One that does not will say why at its end.
    var isListening: Bool { exchange.isHeard }

    /// Passes input on, and waits until it has been taken.
    func feed(_ input: [UInt8], within limit: Duration) throws(ChildProcess.Failure) {
        guard exchange.pass(input, until: .now + limit) else { throw fail() }
    }

    /// Passes the last of the input on, and waits for the end.
    func finish(
        input: [UInt8] = [], within limit: Duration, longestOutput: Int
    ) throws(ChildProcess.Failure) -> ChildProcess.Ending {
        let deadline = ContinuousClock.now + limit
        guard exchange.run(lastInput: input, until: deadline, longestOutput: longestOutput) else { throw fail() }
        return try end(until: deadline)
    }

    /// Waits for the end, and hands on what the program writes meanwhile; each part may take so long.
    func finish<Failure: Error>(
        eachWithin limit: Duration, _ take: ([UInt8]) throws(Failure) -> Void
    ) throws -> ChildProcess.Ending {
        try finish(take) { .now + limit }
    }

    /// Waits for the end, and hands on what the program writes meanwhile; all of it may take so long.
    func finish<Failure: Error>(
        within limit: Duration, _ take: ([UInt8]) throws(Failure) -> Void
    ) throws -> ChildProcess.Ending {
        let deadline = ContinuousClock.now + limit
        return try finish(take) { deadline }
    }

    private func finish<Failure: Error>(
        _ take: ([UInt8]) throws(Failure) -> Void, until deadline: () -> ContinuousClock.Instant
    ) throws -> ChildProcess.Ending {
        exchange.passLast([])
        while exchange.isSpeaking {
            guard exchange.step(until: deadline()) else { throw fail() }
            try take(exchange.takeOutput())
        }
        return try end(until: deadline())
    }

    private func end(until deadline: ContinuousClock.Instant) throws(ChildProcess.Failure) -> ChildProcess.Ending {
        exchange.end()
        guard let status = ChildProcess.wait(for: process, until: deadline) else { throw fail() }
        isRunning = false
        process_spare_on_signal()
        return ChildProcess.Ending(
            status: status & 0x7F == 0 ? (status >> 8) & 0xFF : nil, output: exchange.output, words: exchange.words)
    }

    private func fail() -> ChildProcess.Failure {
        kill()
        return .limit
    }

    private func kill() {
        #if canImport(Glibc)
            Glibc.kill(process, SIGKILL)
        #else
            Darwin.kill(process, SIGKILL)
        #endif
        _ = ChildProcess.wait(for: process, until: nil)
        isRunning = false
        process_spare_on_signal()
    }
}
