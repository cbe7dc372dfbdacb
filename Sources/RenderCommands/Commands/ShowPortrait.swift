import ArgumentParser
import CardPortrait
import CardSheet

/// `thaiid-render portrait`: the portrait on a terminal.
struct ShowPortrait: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "portrait", abstract: "Print what shows the portrait on a terminal.",
        discussion: "What the terminal can do is for the caller to find out; nothing is asked of it here.")

    @Option(help: "Most character cells across.")
    var columns = 32

    @Option(help: "Most character cells down.")
    var rows = 20

    @Option(help: "How the terminal shows pictures.")
    var mode = TerminalPortrait.Mode.blocks

    func validate() throws {
        guard (1...500).contains(columns), (1...500).contains(rows) else {
            throw ValidationError("--columns and --rows are 1 to 500.")
        }
    }

    func run() throws {
        let record = try StandardStreams.record()
        try StandardStreams.write(
            try TerminalPortrait.bytes(of: record, columns: columns, rows: rows, mode: mode))
    }
}
