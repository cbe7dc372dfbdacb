internal import CardRecord
internal import RecordSeal
internal import RegisterModel
internal import RegisterStore
internal import ThaiIDCard

/// `usage`: who looked at a person, in the five fields of Estonia's data tracker: time, reason, the receiver's
/// registration number and name, and the system. Officers' names stay with the office.
struct Usage: RegisterAct {
    static let system = "thaiid-register"
    private static let most = 1_000
    private let request: Request

    init(_ request: Request) throws(RegisterError) { self.request = request }

    func perform(in session: Session) throws -> Outcome {
        let asked = try request.text("citizenID")
        let person: OpenPerson?
        do {
            person = try People(session).open(try People(session).asked(request))
        } catch let error as RegisterError where error.problem == .personNotFound && asked != nil {
            // Who was erased, or was looked for and never there, may ask by the number who looked.
            person = nil
        }
        guard let citizenID = person?.citizenID ?? asked else { throw RegisterError(.personNotFound) }
        let subject = session.keyring.subject(of: citizenID)
        // Under earlier numbers, too.
        let former =
            try person.map { try People(session).former(of: $0.row.id).map { try People(session).open($0) } } ?? []
        let subjects = Set((former.compactMap(\.citizenID) + [citizenID]).map { session.keyring.subject(of: $0) })
        let lines = try Self.lines(of: subjects, session)
        guard person != nil || !lines.isEmpty else { throw RegisterError(.personNotFound) }
        return Outcome(
            Answer.of(
                "usage",
                [
                    ("person", JSONValue(person?.row.id.text)), ("usage", .array(Array(lines.prefix(Self.most)))),
                    ("from", lines.last?["at"] ?? .null), ("until", .string(session.now.text)),
                    ("complete", .bool(lines.count <= Self.most)),
                ]), LogTrace(subject: subject, count: min(lines.count, Self.most)))
    }

    /// Newest first.
    static func lines(of subjects: Set<String>, _ session: Session) throws -> [JSONValue] {
        let purposes = Dictionary(try session.reading.purposes().map { ($0.code, $0) }) { first, _ in first }
        var lines: [JSONValue] = []
        try LogReading.forEach(in: session.reading) { row in
            guard subjects.contains(where: row.entry.contains), let entry = JSONValue(parsing: Array(row.entry.utf8)),
                let subject = entry["subject"]?.string, subjects.contains(subject)
            else { return }
            let purpose = entry["purpose"]?.string.flatMap { purposes[$0] }
            lines.append([
                "at": .string(RegisterTime(micros: row.at).text), "act": entry["act"] ?? .null,
                "reason": .string(purpose?.thai ?? entry["act"]?.string ?? ""),
                "reasonEnglish": JSONValue(purpose?.english),
                "receiverNumber": JSONValue(session.register.mode.officeNumber),
                "receiver": .string(session.register.mode.office), "system": .string(system),
                "fields": entry["fields"] ?? .array([]), "result": entry["result"] ?? .null,
            ])
        }
        return lines.reversed()
    }
}

/// `subject`: everything that is held of a person, for that person.
struct Subject: RegisterAct {
    private let request: Request

    init(_ request: Request) throws(RegisterError) { self.request = request }

    func perform(in session: Session) throws -> Outcome {
        let row = try People(session).asked(request)
        let person = try People(session).open(row)
        guard let view = person.view, let citizenID = person.citizenID else { throw RegisterError(.personNotFound) }
        let subject = session.keyring.subject(of: citizenID)
        let all = try [person] + People(session).former(of: row.id).map { try People(session).open($0) }
        let subjects = Set(all.compactMap(\.citizenID).map { session.keyring.subject(of: $0) })
        let photo = try view.photo.flatMap { try session.reading.photo($0) }
        let picture = try photo.map { try person.key.open($0.sealed, table: Table.photo, row: $0.id) }
        let visits = try all.flatMap { try session.reading.visits(of: $0.row.id, limit: 100_000) }
            .sorted { $0.at > $1.at }
        let purposes = Dictionary(try session.reading.purposes().map { ($0.id, $0) }) { first, _ in first }
        return Outcome(
            Answer.of(
                "subject",
                [
                    ("office", .string(session.register.mode.office)), ("at", .string(session.now.text)),
                    ("person", .string(row.id.text)), ("record", ObservedText.whole(view.record, photo: picture)),
                    ("flags", Shown.flags(of: view)),
                    (
                        "observations",
                        .array(
                            all.flatMap(\.observations).map { observation in
                                [
                                    "kind": .string(observation.kind.name),
                                    "observed": .string(RegisterTime(micros: observation.observed).text),
                                    "received": .string(RegisterTime(micros: observation.received).text),
                                    "record": observation.record,
                                ]
                            })
                    ),
                    (
                        "corrections",
                        .array(
                            all.flatMap(\.corrections).map { correction in
                                [
                                    "field": .string(correction.field), "value": correction.value,
                                    "reason": .string(correction.reason),
                                    "at": .string(RegisterTime(micros: correction.at).text),
                                    "ended": JSONValue(correction.ended.map { RegisterTime(micros: $0).text }),
                                ]
                            })
                    ),
                    (
                        "visits",
                        .array(
                            visits.map { visit in
                                [
                                    "at": .string(RegisterTime(micros: visit.at).text),
                                    "purpose": JSONValue(purposes[visit.purpose]?.thai),
                                    "keptUntil": JSONValue(
                                        purposes[visit.purpose].map {
                                            RegisterTime(micros: visit.at + Int64($0.days) * 86_400_000_000).text
                                        }),
                                ]
                            })
                    ),
                    ("usage", .array(try Usage.lines(of: subjects, session))),
                ]),
            LogTrace(
                subject: subject,
                fields: Field.all.filter { view.record[$0.group.rawValue]?[$0.name] != nil }.map(\.key),
                count: 1))
    }
}
