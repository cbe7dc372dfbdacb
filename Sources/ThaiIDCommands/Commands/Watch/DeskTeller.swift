import CardRecord
import CardSources
import FrontDesk
import Host
import ThaiIDCard

/// Somebody or something that is told what happens at the readers, and what becomes of it.
protocol DeskTeller: Sendable {
    /// Begins, before the first card is read.
    func begin() throws(ToolError)

    /// Something has happened.
    func tell(_ event: CardEvent) throws(ToolError)

    /// The read in a reader has come so far; told on the thread that reads.
    func tell(_ progress: ReadProgress, reader: String)

    /// What has become of an action; told on the thread that did it.
    func tell(_ report: ActionReport)

    /// Nothing is done with a card, for this reason.
    func tell(_ exception: FilingRules.Exception, _ event: CardEvent)

    /// A sign was given, or could not be.
    func tell(_ notice: Notices.Name, isGiven: Bool, of read: ReadID, _ event: CardEvent)

    /// What is to be done is in memory alone.
    func tell(spoolFailure: FileFailure)

    /// Ends: nothing of a card is to be seen any more.
    func end()
}

extension DeskTeller {
    func begin() throws(ToolError) {}
    func tell(_ progress: ReadProgress, reader: String) {}
    func tell(_ exception: FilingRules.Exception, _ event: CardEvent) {}
    func tell(_ notice: Notices.Name, isGiven: Bool, of read: ReadID, _ event: CardEvent) {}
    func end() {}
}

/// What is shown of each card.
struct ShownFields: Sendable {
    let fields: [Field]
    private let audience: Audience

    init(_ fields: [Field], for audience: Audience) { (self.fields, self.audience) = (fields, audience) }

    /// The record that is shown of a card; of other fields than the usual ones where these are given.
    func record(of card: ReadCard, _ fields: [Field]? = nil) -> Record {
        record(of: card.card, card.read, fields ?? self.fields)
    }

    /// The record that is shown of a card that may not be read to its end yet.
    func record(of card: IDCard, _ read: Record.Read, _ fields: [Field]) -> Record {
        Record(read: read, card: card, fields: fields, for: audience)
    }
}
