import CardFormats
import CardRecord
import CardSources
import CardTrace
import Pseudonyms
import SmartCard
import ThaiIDCard

/// The exchanges of a recording in columns; of the answers only their length and status word, and of
/// commands that may carry a PIN, or data for the card, only their header.
struct TraceTable {
    private let rows: [[String]]

    init(_ trace: Trace, _ language: Language) {
        let head = ["#", Bilingual("คำสั่ง", "command")[language], Bilingual("ไบต์", "bytes")[language], "SW", "ms"]
        rows = [head] + trace.steps.map { Self.row($0, language) }
    }

    /// The head, and a line for each event.
    var lines: some Sequence<String> {
        let widths = (0..<5).map { column in rows.map { TerminalColumns.count($0[column]) }.max() ?? 0 }
        return rows.lazy.map { row in
            var line = zip(row, widths).map { TerminalColumns.pad($0, to: $1) }.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    private static func row(_ step: TraceStep, _ language: Language) -> [String] {
        switch step.event {
        case .powered(let atr):
            return ["", "ATR \(atr)", "", "", ""]
        case .exchange(let exchange):
            let (count, status) = answer(exchange.outcome, language)
            let time = exchange.duration.map { "\($0.milliseconds)" } ?? ""
            return ["\(step.number ?? 0)", command(exchange.command), count, status, time]
        }
    }

    private static func command(_ bytes: [UInt8]) -> String {
        let command = try? CommandAPDU(bytes: bytes)
        let isShown = command.map { $0.data.isEmpty || HarmlessCommands.contains($0) } ?? false
        return isShown ? Hex.encode(bytes) : Hex.encode(bytes.prefix(4)) + "…"
    }

    private static func answer(_ outcome: Trace.Outcome, _ language: Language) -> (count: String, status: String) {
        switch outcome {
        case .answer(let bytes):
            ResponseAPDU(bytes: bytes).map { ("\($0.data.count)", "\($0.status)") } ?? ("\(bytes.count)", "–")
        case .failure(let error):
            ("", Bilingual(error)[language])
        }
    }
}
