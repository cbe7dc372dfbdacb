import ArgumentParser
import SmartCard
import Testing
import ThaiIDCard
import VirtualCard

@testable import ThaiIDCommands

/// What `thaiid emulate` understands and says.
@Suite struct EmulationTests {
    @Test func eachEventIsALine() {
        let card = EmulatedCard(number: 2, name: "a\u{1B}b") { fatalError("the card is not wanted") }
        let events: [EmulationEvent] = [
            .ready, .inserted(card), .removed(card), .noCardIn, .noSuchCard(3),
            .notUnderstood(String(repeating: "x", count: 41)),
        ]
        #expect(
            events.map(\.line) == [
                "ready", "inserted 2: \(SafeText.clean("a\u{1B}b"))", "removed 2", "no card in", "no card 3",
                "not understood: \(String(repeating: "x", count: 40))",
            ])
    }

    @Test(
        arguments: [
            (.closed, "127.0.0.1:9: the reader closed the link"),
            (.overlooked, "127.0.0.1:9: nobody looks into the reader"),
        ] as [(EmulationError.Cause, String)])
    func readerThatTakesNoCardIsNone(_ cause: EmulationError.Cause, _ reason: String) {
        #expect(ToolError(EmulationError(host: "127.0.0.1", port: 9, cause: cause)) == .noVirtualReader(reason))
    }

    @Test(arguments: [
        ("5s", Duration.seconds(5)), ("500ms", .milliseconds(500)), ("2m", .seconds(120)), ("50us", .microseconds(50)),
        ("1.25ms", .microseconds(1_250)), ("0s", .zero), ("1440m", .seconds(86_400)), ("2h", .seconds(7_200)),
    ])
    func lengthOfTimeIsReadAsPeopleWriteIt(_ text: String, _ duration: Duration) throws {
        #expect(try #require(TimeSpan(argument: text)).duration == duration)
    }

    @Test(arguments: ["", "5", "s", "5 s", "-1s", "1e3s", "1441m", "1..5s", ".s", "5S", "25h", "0x5s", "infs", "nans"])
    func whatIsNoLengthOfTimeIsRefused(_ text: String) {
        #expect(TimeSpan(argument: text) == nil)
    }

    @Test(arguments: [("slow", Latency.slow.perByte), ("fast", Latency.fast.perByte), ("2ms", .milliseconds(2))])
    func timeOfAByteIsAKindOrALength(_ text: String, _ duration: Duration) throws {
        #expect(try #require(ByteTime(argument: text)).duration == duration)
    }

    /// The order in which `--help` lists them is the order in which they answer.
    @Test func everyFaultHasItsOptionAndItsPlace() throws {
        let options = try FaultOptions.parse([
            "--exact-length", "--keep-pending", "--longest-read", "9", "--get-response-p2", "01", "--endless-6c",
            "--endless-61", "--long-at", "8", "--short-at", "7", "--garbage-at", "6=3", "--answer", "5=6a82",
            "--answer",
            "4=6F00", "--reset-at", "3", "--remove-before", "2", "--mute", "--latency-per-byte", "slow",
        ])
        #expect(
            options.faults.map(\.description) == [
                "latency", "mute", "cardRemoved at 2", "cardReset at 3", "0 bytes, 6A82 at 5", "0 bytes, 6F00 at 4",
                "3 bytes of noise at 6", "short answer at 7", "long answer at 8", "endless 61", "endless 6C",
                "GET RESPONSE with P2 01", "longest READ 9", "pending bytes kept", "6C on READ",
            ])
        #expect(options.faults.compactMap(\.exchange) == [2, 3, 5, 4, 6, 7, 8])
        #expect(try FaultOptions.parse([]).faults.isEmpty)
    }
}
