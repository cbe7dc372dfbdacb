internal import CardQuality
internal import CardRecord
internal import RegisterModel
internal import RegisterStore
internal import ThaiIDCard

/// `quality`: of each field the share of people of whom it is complete, correct and current, and whose card to ask
/// for at the next visit.
struct Quality: RegisterAct {
    private static let page = 500
    private let request: Request
    private let only: Set<String>?
    private let days: Int
    private let limit: Int
    private static let days = 0...36_500
    private static let lengths = 0...1_000_000

    init(_ request: Request) throws(RegisterError) {
        self.request = request
        only = try request.texts("checks").map(Set.init)
        guard only?.isSubset(of: Check.all.map(\.code)) ?? true else { throw .init(.badArgument, "checks") }
        days = try request.number("days") ?? 365
        limit = try request.number("limit") ?? 1_000
        // The register must not end over a number that a desk made up.
        guard Self.days.contains(days), Self.lengths.contains(limit) else { throw RegisterError(.badArgument, "days") }
    }

    func perform(in session: Session) throws -> Outcome {
        var tally = QualityTally()
        var work: [JSONValue] = []
        let people = People(session)
        var (photos, chips) = (Set<String>(), Set<String>())
        var last: RowID?
        while true {
            let rows = try session.reading.persons(after: last, limit: Self.page)
            guard let end = rows.last else { break }
            last = end.id
            for row in rows where row.state == .active {
                let person = try people.open(row)
                guard let view = person.view else { continue }
                var card = try CheckedCard(json: ObservedText.whole(view.record, photo: nil), on: session.day)
                let (photo, chip) = (
                    view.record[Field.photo]?["sha256"]?.string, view.record[Field.Chip.serialNumber]?.string
                )
                card.isPhotoElsewhere = photo.map { !photos.insert($0).inserted } ?? false
                card.isChipElsewhere = chip.map { !chips.insert($0).inserted } ?? false
                let findings = card.findings.map(\.check)
                let isCurrent = try isCurrent(person, view, session)
                tally.add(
                    view.record, errors: Set(findings.filter { $0.severity == .error }.map(\.field)),
                    isCurrent: isCurrent)
                for finding in findings { tally.count(finding.code) }
                let told = findings.map(\.code).filter { only?.contains($0) ?? true }
                if request.act == .qualityList, work.count < limit,
                    only == nil ? !isCurrent || !told.isEmpty : !told.isEmpty
                {
                    work.append([
                        "person": .string(row.id.text), "current": .bool(isCurrent),
                        "checks": .array(told.map { .string($0) }), "flags": Shown.flags(of: view),
                    ])
                }
            }
        }
        return Outcome(
            Answer.of(
                "quality",
                [
                    ("people", .integer(tally.people)), ("fields", .array(tally.fields)),
                    ("checks", .object(tally.checks)),
                    ("work", .array(work)),
                ]), LogTrace(count: tally.people))
    }

    /// Read lately enough, off a card that is valid, with nothing left to decide.
    private func isCurrent(_ person: OpenPerson, _ view: CurrentView, _ session: Session) throws -> Bool {
        let newest = try session.reading.lastVisits(of: person.row.id).map(\.at).max() ?? 0
        return session.now.micros - newest <= Int64(days) * 86_400_000_000
            && view.flags.isDisjoint(with: [.expired, .olderCard, .identityConflict])
    }
}

/// Counts, field by field.
struct QualityTally {
    private(set) var people = 0
    private var complete: [String: Int] = [:]
    private var correct: [String: Int] = [:]
    private var current: [String: Int] = [:]
    private var counts: [String: Int] = [:]

    mutating func add(_ record: JSONValue, errors: Set<String>, isCurrent: Bool) {
        people += 1
        for field in Field.all where field.group == .card && field.kind != .photo {
            if let value = record[field.group.rawValue]?[field.name], value != .null {
                complete[field.key, default: 0] += 1
            }
            if !errors.contains(field.key) { correct[field.key, default: 0] += 1 }
            if isCurrent { current[field.key, default: 0] += 1 }
        }
    }

    mutating func count(_ check: String) { counts[check, default: 0] += 1 }

    var fields: [JSONValue] {
        Field.all.filter { $0.group == .card && $0.kind != .photo }.map { field in
            [
                "field": .string(field.key), "complete": .integer(complete[field.key] ?? 0),
                "correct": .integer(correct[field.key] ?? 0), "current": .integer(current[field.key] ?? 0),
            ]
        }
    }

    var checks: [JSONValue.Member] {
        counts.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: .integer($0.value)) }
    }
}
