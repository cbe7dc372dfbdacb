import CardExport
import CardTrace
import SmartCard
import ThaiIDCard

/// The exchanges of a recording in columns; of the answers only their length and status word.
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
            return ["\(step.number ?? 0)", Hex.encode(exchange.command), count, status, time]
        }
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
