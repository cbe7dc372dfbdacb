internal import CardExport
internal import ThaiIDCard

extension SheetRecord {
    /// Whether the card could be used on the day on which it was read.
    var validity: Validity {
        Validity(expiry: record.card.expiryDate.value, birth: record.card.birthDate.value, on: day)
    }
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
            if case .failed = field.state(in: card) { shown.contains(field.key) } else { false }
        }
        if !failed.isEmpty { notices.append(SheetWords.unreadable(failed.map(\.label))) }
        return notices
    }

    private func shows(_ section: SheetSection) -> Bool { options.sections.contains(section) }
}
