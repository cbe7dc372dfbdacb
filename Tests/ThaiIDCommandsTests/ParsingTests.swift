import ArgumentParser
import RecordFiles
import Testing
import ThaiIDCard

@testable import ThaiIDCommands

/// Commands that are parsed by themselves, and lines that the whole tree has to answer.
@Suite struct ParsingTests {
    @Test func commandIsFoundByItsWords() throws {
        #expect(try Tool.parse(naming: ["read", "--json"]) is Tool.Read)
        #expect(try Tool.parse(naming: ["sheet", "--purpose", "x", "--print"]) is Tool.Sheet)
        #expect(try Tool.parse(naming: ["trace", "show", "a.trace"]) is Tool.Trace.Show)
    }

    @Test func optionsArriveAsTheTreeReadsThem() throws {
        let line = ["read", "--replay", "a.trace", "--fields=citizenID,photo", "--mask", "--format", "csv", "-o", "b"]
        let alone = try #require(try Tool.parse(naming: line) as? Tool.Read)
        let inTree = try #require(try Tool.parseAsRoot(line) as? Lamplit<Tool.Read>).command
        #expect(alone.source.replay == "a.trace" && alone.mask && alone.output == "b")
        #expect("\(alone.selection.selected.map(\.key))" == "\(inTree.selection.selected.map(\.key))")
        #expect(alone.format?.name == "csv")
    }

    @Test(arguments: [
        ["read", "--nobody"], ["read", "--sample", "--replay", "x"], ["read", "--timeout", "soon"], ["raed"], [],
        ["trace"], ["trace", "shwo"], ["trace", "show"], ["sheet"], ["read", "--show-photo", "--json"],
        ["--version"], ["read", "--version"], ["--help"], ["read", "--help"], ["help", "trace", "show"],
        ["read", "-h"],
        ["read", "-h"], ["--generate-completion-script", "bash"], ["read", "--generate-completion-script", "bash"],
    ])
    func whatIsNoPlainCommandIsAnsweredByTheTree(_ line: [String]) {
        #expect(Self.answer { try Tool.parse(naming: line) } == Self.answer { try Tool.parseAsRoot(line) })
    }

    /// Status and words with which a line ends that runs no command of the tool's.
    private static func answer(_ parse: () throws -> any ParsableCommand) -> String {
        do {
            var command = try parse()
            // The parser's own, which prints help.
            try command.run()
            return "ran"
        } catch {
            return "\(Tool.exitCode(for: error).rawValue)\n\(Tool.fullMessage(for: error))"
        }
    }
}
