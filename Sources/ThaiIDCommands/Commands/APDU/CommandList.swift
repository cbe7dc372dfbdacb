import Host
import SmartCard
import ThaiIDCard

/// The commands that somebody asked to be sent, all of them understood.
struct CommandList {
    let commands: [CommandNotation]

    /// The most commands that are taken: as many exchanges as a read may have.
    static let longest = ChannelLimits().exchanges
    /// The most bytes that are read from standard input.
    private static let longestText = 1 << 20

    /// Reads commands.
    ///
    /// - Parameters:
    ///   - notations: commands in the notation, or `-` alone for standard input, of which every line
    ///     is one; empty lines and those that begin with `#` are passed over.
    ///   - whole: commands byte for byte.
    init(_ notations: [String], whole: [String] = []) throws(ToolError) {
        let lines = notations == ["-"] ? try Self.inputLines() : Self.numbered(notations)
        var commands: [CommandNotation] = []
        for (number, text) in lines {
            commands.append(
                try Self.parse(number) { () throws(CommandSyntaxError) in try CommandNotation(parsing: text) })
        }
        for (number, text) in Self.numbered(whole) {
            commands.append(
                try Self.parse(number) { () throws(CommandSyntaxError) in try CommandNotation(wholeCommand: text) })
        }
        guard (1...Self.longest).contains(commands.count) else {
            throw .commandCount(commands.count, longest: Self.longest)
        }
        self.commands = commands
    }

    /// Refuses all where one may do harm, before any is sent.
    func refuseUnsafe() throws(ToolError) {
        for (index, notation) in commands.enumerated() where !HarmlessCommands.contains(notation.command) {
            let header = [notation.command.instructionClass, notation.command.instruction]
            throw .refused(.unsafe(command: index + 1, header: header))
        }
    }

    private static func numbered(_ texts: [String]) -> [(number: Int, text: String)] {
        texts.enumerated().map { ($0.offset + 1, $0.element) }
    }

    /// The lines that hold a command, each with its number in the input.
    private static func inputLines() throws(ToolError) -> [(number: Int, text: String)] {
        let bytes = InputText.unmarked(try asToolError(try InputFile.read("-", limit: longestText)))
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return lines.enumerated().compactMap { index, line in
            let text = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            guard let first = text.first, first != UInt8(ascii: "#") else { return nil }
            return (index + 1, String(decoding: text, as: UTF8.self))
        }
    }

    private static func parse(
        _ number: Int, _ parse: () throws(CommandSyntaxError) -> CommandNotation
    ) throws(ToolError) -> CommandNotation {
        do throws(CommandSyntaxError) {
            return try parse()
        } catch {
            throw .notation(command: number, column: error.column, error.expected)
        }
    }
}
