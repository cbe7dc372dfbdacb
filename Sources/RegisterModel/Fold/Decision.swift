package import RegisterStore

/// Whether an observation belongs to the person, as somebody has decided.
package struct Decision: Hashable, Sendable {
    /// What was decided on.
    package let observation: RowID
    /// Whether it tells of the person whose number it has.
    package let accepts: Bool
    /// Why.
    package let reason: String
    /// Who decided.
    package let officer: String
    /// When, in microseconds since 1970 UTC.
    package let at: Int64

    package init(observation: RowID, accepts: Bool, reason: String, officer: String, at: Int64) {
        self.observation = observation
        self.accepts = accepts
        self.reason = reason
        self.officer = officer
        self.at = at
    }

    /// What holds of each observation: the latest word; of two at the same time the one that keeps it out.
    static func standing(_ decisions: [Decision]) -> [RowID: Bool] {
        var latest: [RowID: Decision] = [:]
        for decision in decisions {
            guard let other = latest[decision.observation] else {
                latest[decision.observation] = decision
                continue
            }
            if (decision.at, decision.accepts ? 0 : 1) > (other.at, other.accepts ? 0 : 1) {
                latest[decision.observation] = decision
            }
        }
        return latest.mapValues(\.accepts)
    }
}
