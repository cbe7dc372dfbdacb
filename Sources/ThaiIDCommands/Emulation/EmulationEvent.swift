import CardFormats
import CardRecord
import ThaiIDCard

/// What became of the cards, in lines of standard error that a script can wait for.
enum EmulationEvent: CustomStringConvertible {
    /// The first cards are in, and the service knows of them.
    case ready
    case inserted(EmulatedCard)
    case removed(EmulatedCard)
    /// There was nothing to remove.
    case noCardIn
    case noSuchCard(Int)
    case notUnderstood(String)

    var description: String {
        switch self {
        case .ready: "ready"
        case .inserted(let card): "inserted \(card.number): \(SafeText.clean(card.name))"
        case .removed(let card): "removed \(card.number)"
        case .noCardIn: "no card in"
        case .noSuchCard(let number): "no card \(number)"
        case .notUnderstood(let line): "not understood: \(SafeText.clean(String(line.prefix(40))))"
        }
    }

    /// Prints the line.
    func tell() { Output.tell("\(self)\n") }
}
