import CardRecord
import ThaiIDCard

/// A card as one line of JSON.
func line(for card: IDCard, read: Record.Read) -> String {
    Record(read: read, card: card, fields: Field.all).json.line
}
