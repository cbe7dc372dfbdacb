internal import ThaiIDCard

/// How long a person is kept.
package enum Retention {
    /// Whether a person is to go: the days of every purpose have run out, counted from its last visit in Thai days.
    ///
    /// Who was never there for anything stays: no rule says when to go.
    ///
    /// - Parameters:
    ///   - lastVisits: the days that each purpose keeps people, and when the last visit for it was, in microseconds since
    ///     1970 UTC.
    ///   - at: now, in microseconds since 1970 UTC.
    package static func isDue(lastVisits: [(days: Int, at: Int64)], at: Int64) -> Bool {
        let today = ThaiDay.day(at: at).number
        return !lastVisits.isEmpty
            && lastVisits.allSatisfy { today - ThaiDay.day(at: $0.at).number > max(0, $0.days) }
    }
}
