internal import CardRecord
internal import SheetRequest
internal import ThaiIDCard

extension SheetRecord {
    /// Whether the card could be used on the day on which it was read.
    var validity: Validity { record.dates.validity }
}

extension SheetContent {
    /// What nobody who relies on the sheet may overlook. Found in the data itself, so that a record
    /// whose warnings were dropped on the way does not look better than it is.
    var notices: [Bilingual] {
        let card = record.record.card
        var notices: [Bilingual] = []
        switch record.record.read.source {
        case .reader: break
        case .replay: notices.append(SheetWords.replayedCard)
        case .virtual: notices.append(SheetWords.virtualCard)
        }
        if [record.day, options.at.day].contains(where: \.isProbablyBuddhist) {
            notices.append(SheetWords.clockBuddhist)
        }
        if shows(.validity), record.validity == .expired { notices.append(SheetWords.cardExpired) }
        let isWrong = card.citizenID.value.map { !$0.hasValidCheckDigit } ?? false
        if shows(.id), isWrong || record.warnings.contains("citizenID.checkDigit") {
            notices.append(SheetWords.checkDigit)
        }
        if rows.joined().contains(where: { $0.value.unicodeScalars.contains("\u{FFFD}") }) {
            notices.append(SheetWords.textUndefined)
        }
        let shown = Set(rows.joined().map(\.name))
        let failed = Field.all.filter { field in
            switch field.state(in: card) {
            case .failed(.notRecorded): false
            case .failed: shown.contains(field.key)
            default: false
            }
        }
        if !failed.isEmpty { notices.append(SheetWords.unreadable(failed.map(\.label))) }
        return notices + oddities(of: shown)
    }

    /// What makes a value less than it looks: a date that nobody can have, a text that may be cut or
    /// stand in wrong parts.
    private func oddities(of shown: Set<String>) -> [Bilingual] {
        let odd = record.record.card.warnings.filter { shown.contains($0.field) && Self.isNoticed($0.kind) }
        let messages = odd.map(\.message).reduce(into: [Bilingual]()) { if !$0.contains($1) { $0.append($1) } }
        return messages.map { message in
            let labels = odd.filter { $0.message == message }.compactMap { Field.named($0.field)?.label }
            return Bilingual(
                labels.map(\.thai).joined(separator: ", ") + ": " + message.thai,
                labels.map(\.english).joined(separator: ", ") + ": " + message.english)
        }
    }

    private static func isNoticed(_ kind: Warning.Kind) -> Bool {
        switch kind {
        // What no calendar has stands beside the date.
        case .date(let oddity): oddity != .impossible
        case .textFull, .nameUndivided, .addressLabels: true
        default: false
        }
    }

    private func shows(_ section: SheetSection) -> Bool { options.sections.contains(section) }
}
