import CardFormats
import CardRecord
import CardSources
import ThaiIDCard

/// What a read cost, phase by phase.
struct StatsTable {
    private let phases: [PhaseCost]

    init(_ phases: [PhaseCost]) { self.phases = phases }

    /// A line a phase and one for all.
    func text(in language: Language) -> String {
        let header = [
            Bilingual("ขั้นตอน", "phase"), Bilingual("คำสั่ง", "exchanges"), Bilingual("ไบต์", "bytes"),
            Bilingual("มิลลิวินาที", "milliseconds"),
        ].map { $0[language] }
        let rows = phases.map { row($0.phase.rawValue, $0.exchanges, $0.bytes, $0.duration) }
        let total = row(
            Bilingual("รวม", "total")[language], phases.reduce(0) { $0 + $1.exchanges },
            phases.reduce(0) { $0 + $1.bytes }, phases.reduce(.zero) { $0 + $1.duration })
        return ([header] + rows + [total]).map { cells in
            cells.map { TerminalColumns.pad($0, to: 12) }.joined() + "\n"
        }.joined()
    }

    private func row(_ name: String, _ exchanges: Int, _ bytes: Int, _ duration: Duration) -> [String] {
        let microseconds = duration.components.attoseconds / 1_000_000_000_000 % 1000
        return [name, "\(exchanges)", "\(bytes)", "\(duration.milliseconds).\(microseconds.padded(to: 3))"]
    }
}
