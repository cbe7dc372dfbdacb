internal import CProcess

/// Another program while it runs: fed bit by bit, and killed when it is let go of before its end.
package final class RunningProgram {
    let process: Int32
    /// Where a signal finds it, to kill it.
    private let place: Int32
    private var exchange: ChildProcess.Exchange
    private var isRunning = true

    /// Starts a program.
    package init(_ program: ChildProcess) throws(ChildProcess.Failure) {
        let pipes = try ChildProcess.Pipes()
        do throws(ChildProcess.Failure) {
            // An interrupt waits until there is something to kill.
            (process, place) = try Process.uninterrupted { () throws(ChildProcess.Failure) in
                let process = try program.spawn(pipes)
                let place = process_kill_on_signal(process)
                guard place < 0 else { return (process, place) }
                let reason = SystemError.last
                ChildProcess.kill(process)
                _ = ChildProcess.wait(for: process, in: place, until: nil)
                throw .notStarted(reason)
            }
        } catch {
            pipes.closeAll()
            throw error
        }
        pipes.closeTheirs()
        exchange = ChildProcess.Exchange(pipes)
        // A program that ends without reading all of its input is no reason to end, too.
        BrokenPipes.ignore()
    }

    deinit {
        if isRunning { kill() }
        exchange.end()
        BrokenPipes.heedAgain()
    }

    /// Whether it still takes input. One that does not will say why at its end.
    package var isListening: Bool { exchange.isHeard }

    /// Passes input on, and waits until it has been taken.
    package func feed(_ input: [UInt8], within limit: Duration) throws(ChildProcess.Failure) {
        guard exchange.pass(input, until: .now + limit) else { throw fail() }
    }

    /// Passes the last of the input on, and waits for the end.
    package func finish(
        input: [UInt8] = [], within limit: Duration, longestOutput: Int
    ) throws(ChildProcess.Failure) -> ChildProcess.Ending {
        let deadline = ContinuousClock.now + limit
        guard exchange.run(lastInput: input, until: deadline, longestOutput: longestOutput) else { throw fail() }
        return try end(until: deadline)
    }

    /// Waits for the end, and hands on what the program writes meanwhile; each part may take so long.
    package func finish<Failure: Error>(
        eachWithin limit: Duration, _ take: ([UInt8]) throws(Failure) -> Void
    ) throws -> ChildProcess.Ending {
        try finish(take) { .now + limit }
    }

    /// Waits for the end, and hands on what the program writes meanwhile; all of it may take so long.
    package func finish<Failure: Error>(
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
        guard let status = ChildProcess.wait(for: process, in: place, until: deadline) else { throw fail() }
        isRunning = false
        return ChildProcess.Ending(
            status: status & 0x7F == 0 ? (status >> 8) & 0xFF : nil, output: exchange.output, words: exchange.words)
    }

    private func fail() -> ChildProcess.Failure {
        kill()
        return .limit
    }

    private func kill() {
        ChildProcess.kill(process)
        _ = ChildProcess.wait(for: process, in: place, until: nil)
        isRunning = false
    }
}
