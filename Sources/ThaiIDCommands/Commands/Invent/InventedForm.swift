import ArgumentParser
import CardFormats
import CardRecord
import CardSources
import CardTrace
import Invention
import SmartCard
import ThaiIDCard
import VirtualCard

/// In which form an invented person comes.
enum InventedForm: String, ExpressibleByArgument, CaseIterable {
    /// One line of JSON, as `thaiid read --json` prints it.
    case records
    /// A recording of the card being read.
    case traces

    /// The person in this form. Nothing in it depends on the clock or the machine: a record says that
    /// no command was sent, for nobody read the card.
    func text(of person: InventedPerson, _ fields: [Field]) -> String {
        switch self {
        case .records:
            let read = Record.Read(
                at: InventedPerson.readAt, source: .virtual, reader: nil, atr: person.atr.description, exchanges: 0,
                milliseconds: 0)
            return Record(read: read, card: person.card, fields: fields).json.line + "\n"
        case .traces:
            return person.trace(of: fields).text
        }
    }
}
