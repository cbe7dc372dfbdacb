import Foundation
import Testing

@testable import Host

/// Other programs, fed and heard at once.
@Suite(.serialized) struct ChildProcessTests {
    private func shell(
        _ script: String, input: [UInt8] = [], environment: [String: String] = [:], limit: Duration = .seconds(20)
    ) throws(ChildProcess.Failure) -> ChildProcess.Ending {
        try ChildProcess(
            executable: "/bin/sh", arguments: ["-c", script], environment: environment, limit: limit
        ).run(input: input)
    }

    @Test func outputsAndStatusComeBack() throws {
        let ending = try shell("cat; echo words >&2; exit 7", input: Array("data".utf8))
        #expect(ending.status == 7)
        #expect(ending.output == Array("data".utf8))
        #expect(ending.words == Array("words\n".utf8))
    }

    @Test func programThatWritesBeforeItReadsIsHeardMeanwhile() throws {
        let input = [UInt8](repeating: 65, count: 1 << 20)
        let ending = try shell("head -c 1000000 /dev/zero; head -c 1000000 /dev/zero >&2; cat", input: input)
        #expect(ending.output.count == 1_000_000 + input.count)
        #expect(ending.words.count == 1 << 14)
    }

    @Test func programThatDoesNotReadIsNoReasonToEnd() throws {
        #expect(try shell("exit 3", input: [UInt8](repeating: 0, count: 1 << 20)).status == 3)
    }

    @Test func programThatASignalEndedHasNoStatus() throws {
        #expect(try shell("kill -9 $$").status == nil)
    }

    @Test func environmentIsWhatIsGiven() throws {
        let ending = try ChildProcess(
            executable: "/usr/bin/env", arguments: [], environment: ["A": "1", "B": "=2"], limit: .seconds(20)
        ).run(input: [])
        #expect(String(decoding: ending.output, as: UTF8.self) == "A=1\nB==2\n")
    }

    @Test func noFileIsInherited() throws {
        let file = open("/dev/null", O_RDONLY | O_CLOEXEC)
        defer { close(file) }
        let ending = try shell("/bin/ls /proc/self/fd | /usr/bin/wc -l")
        #expect(String(decoding: ending.output, as: UTF8.self).contains("4"))
    }

    @Test(arguments: ["exec sleep 1000", "exec >&- 2>&-; exec sleep 1000", "while :; do echo x; done"])
    func programThatDoesNotEndIsKilled(_ script: String) {
        #expect(throws: ChildProcess.Failure.limit) { try shell(script, limit: .milliseconds(300)) }
    }

    @Test func outputWithoutEndIsCutOff() {
        #expect(throws: ChildProcess.Failure.limit) { try shell("exec cat /dev/zero", limit: .seconds(60)) }
    }

    @Test func programThatIsNotThereIsNotStarted() {
        #expect(throws: ChildProcess.Failure.notStarted(.missing)) {
            try ChildProcess(
                executable: "/nonexistent", arguments: [], environment: [:], limit: .seconds(1)
            ).run(input: [])
        }
    }
}
