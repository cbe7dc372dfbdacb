internal import CardRecord
internal import RegisterStore
internal import ThaiIDCard

/// By what an observation is known to tell of the same person as another: name and birth.
struct Identity {
    private let names: [String?]
    private let birth: PartialDate?

    init(_ record: JSONValue) {
        let keys = [(Field.nameThai, ThaiNameKey.normal), (Field.nameEnglish, EnglishNameKey.normal)]
        names = keys.map { field, normal in
            let name = Statement(of: field.row, in: record).value
            let parts = [PersonName.Part.first, .middle, .last].compactMap { name?[$0.rawValue]?.string }
            let key = normal(parts.joined())
            return key.isEmpty ? nil : key
        }
        birth = record.date(Field.birthDate)
    }

    /// Whether both name and birth differ. What one of the two leaves open does not differ.
    func contradicts(_ other: Identity) -> Bool {
        let pairs = zip(names, other.names).compactMap { one, two in one.flatMap { one in two.map { (one, $0) } } }
        guard let (one, two) = pairs.first, one != two, let birth, let otherBirth = other.birth else { return false }
        return zip([birth.year, birth.month, birth.day], [otherBirth.year, otherBirth.month, otherBirth.day])
            .contains { one, two in one.flatMap { one in two.map { one != $0 } } ?? false }
    }
}

extension Identity {
    /// Which observations tell of the person, and which may tell of somebody else and wait for a decision.
    ///
    /// In the order in which the register took them: the first is the person, and each that contradicts all before it
    /// is in conflict, unless somebody has decided that it belongs here. What was decided to be somebody else's counts
    /// nowhere. What comes later settles no conflict; only a decision does.
    static func sort(
        _ observations: [Observation], _ decisions: [Decision]
    ) -> (belonging: [Observation], conflicts: [Observation]) {
        let standing = Decision.standing(decisions)
        var belonging: [Observation] = []
        var known: [Identity] = []
        var conflicts: [Observation] = []
        for observation in inOrderOfReceipt(observations) where standing[observation.id] != false {
            let identity = Identity(observation.record)
            let isConflict = !known.isEmpty && known.allSatisfy { $0.contradicts(identity) }
            if isConflict, standing[observation.id] == nil {
                conflicts.append(observation)
            } else {
                known.append(identity)
                belonging.append(observation)
            }
        }
        return (belonging, conflicts)
    }

    /// Each once. What a gateway said is shown beside a person and makes no part of one.
    private static func inOrderOfReceipt(_ observations: [Observation]) -> [Observation] {
        var seen: Set<RowID> = []
        return observations.filter { $0.kind != .gateway }
            .sorted { ($0.received, $0.id, $0.observed) < ($1.received, $1.id, $1.observed) }
            .filter { seen.insert($0.id).inserted }
    }
}
