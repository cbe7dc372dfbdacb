import ArgumentParser
import CardPortrait
import CardSheet
import SheetRequest

extension RenderTool {
    /// `thaiid-render portrait`: the portrait on a terminal.
    struct Portrait: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: PortraitRequest.command, abstract: "Print what shows the portrait on a terminal.",
            discussion: "What the terminal can do is for the caller to find out; nothing is asked of it here.")

        @Option(help: "Most character cells across.")
        var columns = 32

        @Option(help: "Most character cells down.")
        var rows = 20

        @Option(help: "How the terminal shows pictures.")
        var mode = PortraitMode.blocks

        @OptionGroup var errors: ErrorForm

        func validate() throws {
            let sizes = PortraitRequest.sizes
            guard sizes.contains(columns), sizes.contains(rows) else {
                throw ValidationError("--columns and --rows are \(sizes.lowerBound) to \(sizes.upperBound).")
            }
        }

        var request: PortraitRequest { PortraitRequest(columns: columns, rows: rows, mode: mode) }

        func run() throws {
            let record = try StandardStreams.record()
            try StandardStreams.write(
                try TerminalPortrait.bytes(of: record, columns: request.columns, rows: request.rows, mode: request.mode)
            )
        }
    }
}
