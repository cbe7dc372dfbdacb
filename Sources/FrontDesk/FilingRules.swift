internal import CardRecord
package import ThaiIDCard

/// Which cards something is done with.
package struct FilingRules: Sendable {
    /// Why nothing is done with a card.
    package enum Exception: Hashable, Sendable {
        /// It is past its last day.
        case expired
        /// It was dealt with a short time ago.
        case again
    }

    private let requiresValid: Bool
    private let recent: RecentCards?

    /// - Parameters:
    ///   - requiresValid: whether a card that is past its last day is shown only.
    ///   - recent: of whom the same card again is announced only.
    package init(requiresValid: Bool, recent: RecentCards?) {
        (self.requiresValid, self.recent) = (requiresValid, recent)
    }

    /// Judges a card on a day; `nil` where nothing speaks against dealing with it.
    package func exception(for card: IDCard, on day: CalendarDay?) -> Exception? {
        if requiresValid, CardDates(card, on: day).validity == .expired { return .expired }
        guard let recent, let citizenID = card.citizenID.value?.digits else { return nil }
        return recent.holds(citizenID) ? .again : nil
    }

    /// Notes that a card was dealt with: what is to be done with it is on the disk, and a crash can no longer have it
    /// taken for one that was.
    package func note(_ card: IDCard) {
        if let citizenID = card.citizenID.value?.digits { recent?.note(citizenID) }
    }
}
