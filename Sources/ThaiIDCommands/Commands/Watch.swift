import ArgumentParser
import CardFormats
import CardRecord
import CardSources
import ThaiIDCard

extension Tool {
    /// `thaiid watch`: read every card that is put in.
    struct Watch: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "watch", abstract: "Read every card that is put into a reader, until interrupted.",
            discussion: "Readers may come and go, and the PC/SC service may restart, meanwhile.")

        @OptionGroup var selection: FieldSelection

        @OptionGroup var timeoutOption: TimeoutOption

        @Flag(help: "Print a line of JSON for everything that happens.")
        var ndjson = false

        @Flag(help: "Show only the last three digits of numbers that identify a person.")
        var mask = false

        @OptionGroup var languageOption: LanguageOption

        func run() throws {
            let events = Cards.here.watch(
                ReadRequest(selection.selected), within: timeoutOption.timeout.map { .seconds($0) })
            let teller = EventTeller(
                fields: selection.selected, audience: mask ? .masked : .desk,
                language: ndjson ? nil : languageOption.language)
            try Blocking.run { for try await event in events { try teller.tell(event) } }
        }
    }
}

/// Tells what happens at the readers.
private struct EventTeller: Sendable {
    let fields: [Field]
    let audience: Audience
    /// The language for people, `nil` for scripts.
    let language: Language?

    func tell(_ event: CardEvent) throws(ToolError) {
        switch event.kind {
        case .cardRead(let card): try tell(card, event)
        case .cardFailed(let error): try tell(ReaderFailure(error), event)
        case .readerAttached: try tell(.readerAttached, event)
        case .readerDetached: try tell(.readerDetached, event)
        case .cardInserted: try tell(.cardInserted, event)
        case .cardRemoved: try tell(.cardRemoved, event)
        }
    }

    /// People want to know what is on a card, not that it is in.
    private func tell(_ kind: Event.Kind, _ event: CardEvent) throws(ToolError) {
        guard language == nil else { return }
        try write(Event(kind, at: event.at, reader: event.reader))
    }

    private func tell(_ card: ReadCard, _ event: CardEvent) throws(ToolError) {
        let record = Record(read: card.read, card: card.card, fields: fields, for: audience)
        if let language { return try Output.write(record.text(in: language) + "\n") }
        try write(Event(read: record, at: event.at, reader: event.reader))
    }

    private func tell(_ failure: ReaderFailure, _ event: CardEvent) throws(ToolError) {
        let report = ErrorReport(error: failure.error, reader: event.reader)
        if let language { return Output.tell(report.text(in: language) + "\n") }
        try write(Event(failed: report.json, at: event.at, reader: event.reader))
    }

    private func write(_ event: Event) throws(ToolError) { try Output.write(event.json.line + "\n") }
}
