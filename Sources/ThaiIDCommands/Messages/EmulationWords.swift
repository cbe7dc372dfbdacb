import ThaiIDCard
import VirtualCard

extension Bilingual {
    /// Which keys `thaiid emulate` takes.
    static let emulationKeys = Bilingual(
        "ปุ่ม: r ถอดบัตร · i เสียบบัตรอีกครั้ง · q เลิก · ปุ่มอื่น บัตรถัดไป",
        "Keys: r removes the card · i inserts it again · q quits · any other deals the next card")
}

extension EmulationEvent {
    /// A line of standard error that a script can wait for.
    var line: String {
        switch self {
        case .ready: "ready"
        case .inserted(let card): "inserted \(card.number): \(SafeText.clean(card.name))"
        case .removed(let card): "removed \(card.number)"
        case .noCardIn: "no card in"
        case .noSuchCard(let number): "no card \(number)"
        case .notUnderstood(let line): "not understood: \(SafeText.clean(String(line.prefix(40))))"
        }
    }
}

extension ToolError {
    /// What it means that cards no longer take turns.
    init(_ error: EmulationError) {
        let reason =
            switch error.cause {
            case .link(let cause): "\(cause)"
            case .closed: "the reader closed the link"
            case .overlooked: "nobody looks into the reader"
            }
        self = .noVirtualReader("\(error.host):\(error.port): \(reason)")
    }
}
