import ArgumentParser
import CardRecord
import HelpText
import Testing

@testable import RegisterCommands

/// Help in Thai says of every command and option what the English one does.
@Suite struct RegisterHelpTests {
    @Test func nothingIsMissingAndNothingIsLeftOver() throws {
        let dump = try #require(JSONValue(parsing: Array(RegisterTool._dumpHelp().utf8)))
        let root = try #require(CommandHelp(dump: dump))
        #expect(ThaiRegisterHelp.table.faults(with: root) == [])
    }
}
