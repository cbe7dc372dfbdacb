internal import CardRecord
internal import RegisterStore
internal import ThaiIDCard

/// An observation with what the fold asks of it.
struct Sighting {
    let observation: Observation
    /// Year, month and day of issue as one number, zeros for what the card leaves open; `nil` where the source has
    /// no date of issue that a card can have, and of what was typed.
    let issue: Int?
    /// The card's request number.
    let request: String?

    init(_ observation: Observation) {
        self.observation = observation
        request = Statement(of: Field.requestNumber.row, in: observation.record).value?.string
        issue = Self.issue(of: observation)
    }

    /// A date of issue must be one that a card can have on the day of reading or, where the desk's clock was behind,
    /// on the day on which the register took it: a card from the future would lead for ever.
    private static func issue(of observation: Observation) -> Int? {
        guard observation.kind == .card || observation.kind == .imported,
            let date = observation.record.date(Field.issueDate), let year = date.year
        else { return nil }
        let day = ThaiDay.day(at: max(observation.observed, observation.received))
        guard CardDates(on: day, { $0 == Field.issueDate ? date : nil }).doubt(about: Field.issueDate) == nil else {
            return nil
        }
        return (year * 100 + (date.month ?? 0)) * 100 + (date.day ?? 0)
    }

    func says(_ field: Field) -> Statement { Statement(of: field, in: observation.record) }

    /// Whether it was read later than another; the name settles what the clock does not.
    func isLater(than other: Sighting) -> Bool {
        (observation.observed, observation.id) > (other.observation.observed, other.observation.id)
    }

    /// Whether it is to be believed before another of the same card: a chip before a file that tells of one, then
    /// the later read.
    func isBetter(than other: Sighting) -> Bool {
        let (isRead, otherIsRead) = (observation.kind == .card, other.observation.kind == .card)
        return isRead == otherIsRead ? isLater(than: other) : isRead
    }
}

extension JSONValue {
    /// A date of a record, with nothing left out.
    func date(_ field: Field.Handle<PartialDate>) -> PartialDate? {
        guard let raw = Statement(of: field.row, in: self).value?[PartialDate.Part.raw.rawValue]?.string else {
            return nil
        }
        return field == Field.expiryDate || field == Field.Health.expiryDate
            ? PartialDate(expiry: raw) : PartialDate(raw: raw)
    }
}
