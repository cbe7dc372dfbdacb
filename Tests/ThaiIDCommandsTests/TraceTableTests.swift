import CardTrace
import SmartCard
import Testing
import ThaiIDCard

@testable import ThaiIDCommands

/// What the table of a recording gives away.
@Suite struct TraceTableTests {
    private static func row(_ command: [UInt8]) -> String? {
        let exchange = Trace.Exchange(command, .answer([0x90, 0x00]))
        let lines = Array(
            TraceTable(Trace(events: [.powered(ATR([0x3B, 0x00])), .exchange(exchange)]), .english).lines)
        return lines.last
    }

    @Test func commandThatMayCarryAPINIsShownByItsHeader() throws {
        let verify: [UInt8] = [0x00, 0x20, 0x00, 0x01, 0x04, 0x31, 0x32, 0x33, 0x34]
        let row = try #require(Self.row(verify))
        #expect(row.contains("00200001…") && !row.contains("31323334"))
    }

    @Test func whatIsNoCommandIsShownByItsBeginning() throws {
        let row = try #require(Self.row([0x00, 0x20, 0x00, 0x01, 0x09, 0x31, 0x32]))
        #expect(row.contains("00200001…") && !row.contains("3132"))
    }

    @Test func commandsOfAReadAreShownWhole() throws {
        #expect(try #require(Self.row([0x80, 0xB0, 0x00, 0x04, 0x02, 0x00, 0x0D])).contains("80B0000402000D"))
    }
}
