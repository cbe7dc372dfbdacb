import Testing
import VirtualCard

/// What somebody may ask for while cards take turns.
@Suite struct EmulationCommandTests {
    @Test(
        arguments: [
            ("insert", .insert(nil)), ("insert 2", .insert(2)), ("  remove\t2 \r", .remove(2)),
            ("remove", .remove(nil)),
            ("next", .next), ("quit", .quit), ("insert -1", .insert(-1)),
            ("", .unknown("")), ("Next", .unknown("Next")), ("next 2", .unknown("next 2")),
            ("insert two", .unknown("insert two")), ("insert 1 2", .unknown("insert 1 2")),
        ] as [(String, EmulationCommand)])
    func lineIsACommand(_ line: String, _ command: EmulationCommand) {
        #expect(EmulationCommand(line: line) == command)
    }

    @Test(
        arguments: [
            ("i", .insert(nil)), ("r", .remove(nil)), ("q", .quit), (" ", .next), ("\u{1B}", .next), ("\n", .next),
        ]
            as [(Character, EmulationCommand)])
    func keyIsACommand(_ key: Character, _ command: EmulationCommand) throws {
        #expect(EmulationCommand(key: try #require(key.asciiValue)) == command)
    }
}
