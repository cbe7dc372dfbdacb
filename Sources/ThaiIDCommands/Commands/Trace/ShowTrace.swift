import ArgumentParser
import CardExport
import CardTrace
import SmartCard
import ThaiIDCard

/// `thaiid trace show`: the exchanges as a table.
struct ShowTrace: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print the exchanges of a recording as a table.",
        discussion: "Of the answers only their length and status word are shown: nothing personal.")

    @Argument(help: "A recording in any format that ‘trace convert’ reads; - stands for standard input.")
    var file: String

    @OptionGroup var languageOption: LanguageOption

    func run() throws {
        let language = languageOption.language
        let trace = try CardFile.trace(file, telling: language)
        var rows = [
            ["#", Bilingual("คำสั่ง", "command")[language], Bilingual("ไบต์", "bytes")[language], "SW", "ms"]
        ]
        rows += trace.steps.map(Self.row)
        let widths = (0..<5).map { column in rows.map { TerminalColumns.count($0[column]) }.max() ?? 0 }
        let lines = rows.lazy.map { row in
            var line = zip(row, widths).map { TerminalColumns.pad($0, to: $1) }.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line
        }
        try Output.write(lines: lines)
    }

    private static func row(_ step: TraceStep) -> [String] {
        switch step.event {
        case .powered(let atr):
            return ["", "ATR \(atr)", "", "", ""]
        case .exchange(let exchange):
            let (count, status) = answer(exchange.outcome)
            let time = exchange.duration.map { "\($0.milliseconds)" } ?? ""
            return ["\(step.number ?? 0)", Hex.encode(exchange.command), count, status, time]
        }
    }

    private static func answer(_ outcome: Trace.Outcome) -> (count: String, status: String) {
        switch outcome {
        case .answer(let bytes):
            ResponseAPDU(bytes: bytes).map { ("\($0.data.count)", "\($0.status)") } ?? ("\(bytes.count)", "–")
        case .failure(let error):
            ("", Bilingual(error)[.english])
        }
    }
}
