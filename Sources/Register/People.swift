internal import CardRecord
internal import RecordSeal
internal import RegisterModel
internal import RegisterStore
internal import ThaiIDCard

/// Finds people in the store, and opens what is kept of them.
struct People {
    private static let mostVisits = 100_000

    let reading: any StoreReading
    let keyring: Keyring
    /// The day by which cards are valid or not.
    let day: CalendarDay

    init(_ session: Session) { (reading, keyring, day) = (session.reading, session.keyring, session.day) }

    init(reading: any StoreReading, keyring: Keyring, day: CalendarDay) {
        (self.reading, self.keyring, self.day) = (reading, keyring, day)
    }

    /// Whom a request means, by number or by the register's own id; those who replaced them stand in for people that
    /// were linked.
    func asked(_ request: Request) throws -> PersonRow {
        if let digits = try request.text("citizenID") {
            guard CitizenID(digits) != nil else { throw RegisterError(.badArgument, "citizenID") }
            guard let row = try reading.person(citizenKeys: keyring.citizenKeys(of: digits)), row.state != .erased
            else {
                throw RegisterError(.personNotFound)
            }
            return try survivor(of: row)
        }
        guard let id = try request.text("person") else { throw RegisterError(.badArgument, "person") }
        return try survivor(of: try row(id))
    }

    /// A person by the register's id, linked or not.
    func row(_ text: String) throws -> PersonRow {
        guard let id = RowID(text: text) else { throw RegisterError(.badArgument, "person") }
        guard let row = try reading.person(id), row.state != .erased else { throw RegisterError(.personNotFound) }
        return row
    }

    /// Who replaced a person in the end.
    func survivor(of row: PersonRow) throws -> PersonRow {
        var (row, passed) = (row, Set<RowID>())
        while row.state == .replaced, passed.insert(row.id).inserted,
            let link = try reading.links(from: row.id).last(where: { $0.undone == nil }),
            let next = try reading.person(link.replacedBy)
        {
            row = next
        }
        guard row.state != .erased else { throw RegisterError(.personNotFound) }
        return row
    }

    /// Who a person was under earlier numbers, whose keys are there.
    func former(of person: RowID) throws -> [PersonRow] {
        var (found, next, passed) = ([PersonRow](), [person], Set([person]))
        while let id = next.popLast() {
            for link in try reading.links(to: id) where link.undone == nil && passed.insert(link.person).inserted {
                guard let row = try reading.person(link.person), row.state != .erased else { continue }
                found.append(row)
                next.append(row.id)
            }
        }
        return found
    }

    /// The key of a person. That there is none is an error: whoever is erased has another state.
    func key(of person: RowID) throws -> (key: PersonKey, row: PersonKeyRow) {
        guard let row = try reading.personKey(person) else { throw RegisterError(.personKeyMissing) }
        return (try keyring.personKey(row), row)
    }

    /// The 13 digits: every observation of a person has them.
    func citizenID(of row: PersonRow, _ key: PersonKey) throws -> String? {
        guard let first = try reading.observations(of: row.id).first else { return nil }
        return try Self.observation(first, key).record[Field.citizenID]?.string
    }

    /// Opens what was known of a person at a moment, or is now.
    func open(_ row: PersonRow, at moment: RegisterTime? = nil) throws -> OpenPerson {
        let key = try key(of: row.id).key
        let observations = try reading.observations(of: row.id).map { try Self.observation($0, key) }
        let sightings = try seen(observations, of: row.id, until: moment)
        let officers = Dictionary(try reading.officers().map { ($0.id, $0.account) }) { first, _ in first }
        let corrections = try reading.corrections(of: row.id).map { try Self.correction($0, key, officers) }
        let decisions = try reading.decisions(of: row.id).map { try Self.decision($0, key, officers) }
        return OpenPerson(
            row: row, key: key, observations: observations, sightings: sightings, corrections: corrections,
            decisions: decisions,
            view: moment.map { moment in
                CurrentView.fold(
                    sightings, corrections: corrections, decisions: decisions, asKnownAt: moment.micros,
                    on: moment.thaiDay)
            } ?? CurrentView.fold(sightings, corrections: corrections, decisions: decisions, on: day))
    }

    /// Observations with the time at which the same was read last: a read that says nothing new is kept as a visit alone,
    /// and counts all the same.
    private func seen(_ observations: [Observation], of person: RowID, until moment: RegisterTime?) throws
        -> [Observation]
    {
        guard observations.count > 1 else { return observations }
        let visits = try reading.visits(of: person, limit: Self.mostVisits).filter { $0.at <= moment?.micros ?? .max }
        let last = Dictionary(
            visits.compactMap { visit in visit.observation.map { ($0, visit.at) } }, uniquingKeysWith: max)
        return observations.map { seen in
            Observation(
                id: seen.id, kind: seen.kind, observed: max(seen.observed, last[seen.id] ?? seen.observed),
                received: seen.received, record: seen.record, photo: seen.photo)
        }
    }

    private static func observation(_ row: ObservationRow, _ key: PersonKey) throws -> Observation {
        let bytes = try key.open(row.sealed, table: Table.observation, row: row.id)
        guard let record = JSONValue(parsing: bytes), let kind = SourceKind(rawValue: row.kind) else {
            throw RegisterError(.boxDamaged)
        }
        return Observation(
            id: row.id, kind: kind, observed: row.observed, received: row.received, record: record, photo: row.photo)
    }

    private static func correction(
        _ row: CorrectionRow, _ key: PersonKey, _ officers: [Int: String]
    ) throws -> Correction {
        let bytes = try key.open(row.sealed, table: Table.correction, row: row.id)
        guard let body = JSONValue(parsing: bytes), let value = body["value"], let reason = body["reason"]?.string
        else {
            throw RegisterError(.boxDamaged)
        }
        return Correction(
            id: row.id, field: row.field, value: value, reason: reason, officer: officers[row.officer] ?? "",
            at: row.at, ended: row.ended)
    }

    private static func decision(_ row: DecisionRow, _ key: PersonKey, _ officers: [Int: String]) throws -> Decision {
        let bytes = try key.open(row.sealed, table: Table.decision, row: row.observation)
        return Decision(
            observation: row.observation, accepts: row.accepts, reason: String(decoding: bytes, as: UTF8.self),
            officer: officers[row.officer] ?? "", at: row.at)
    }
}

/// A person and all that is kept of them, out of its boxes.
struct OpenPerson {
    let row: PersonRow
    let key: PersonKey
    /// As each was first made.
    let observations: [Observation]
    /// As each was last seen.
    let sightings: [Observation]
    let corrections: [Correction]
    let decisions: [Decision]
    /// What is known by now; `nil` where nothing was.
    let view: CurrentView?

    /// The 13 digits, as the leading observation has them.
    var citizenID: String? {
        view?.record[Field.citizenID]?.string ?? observations.first?.record[Field.citizenID]?.string
    }
}

/// Names by which boxes are bound to where they stand.
enum Table {
    static let observation = "observation"
    static let photo = "photo"
    static let correction = "correction"
    static let decision = "decision"
    static let link = "link"
}
