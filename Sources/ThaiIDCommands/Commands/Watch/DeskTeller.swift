import CardRecord
import CardSources
import ThaiIDCard

/// Somebody or something that is told what happens at the readers.
protocol DeskTeller: Sendable {
    /// Something has happened.
    func tell(_ event: CardEvent) throws(ToolError)

    /// The read in a reader has come so far; told on the thread that reads.
    func tell(_ progress: ReadProgress, reader: String)
}

/// What is shown of each card.
struct ShownFields: Sendable {
    let fields: [Field]
    private let audience: Audience

    init(_ fields: [Field], for audience: Audience) { (self.fields, self.audience) = (fields, audience) }

    func record(of card: ReadCard) -> Record { Record(read: card.read, card: card.card, fields: fields, for: audience) }
}
