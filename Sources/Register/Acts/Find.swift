internal import CardRecord
internal import RecordSeal
internal import RegisterModel
internal import RegisterStore
internal import ThaiIDCard

/// `find`: people by number, or by any part of a name, birth date and area.
struct Find: RegisterAct {
    private static let mostPeople = 1_000
    private static let usual = 20

    private let request: Request
    private let limit: Int

    init(_ request: Request) throws(RegisterError) {
        self.request = request
        limit = try request.number("limit") ?? Self.usual
        guard (1...Self.mostPeople).contains(limit) else { throw .init(.badArgument, "limit") }
    }

    func perform(in session: Session) throws -> Outcome {
        let people = People(session)
        var (found, isWhole) = ([OpenPerson](), true)
        var subject: String?
        if request.act == .findByNumber {
            subject = try request.text("citizenID").map { session.keyring.subject(of: $0) }
            do {
                found = [try people.open(try people.asked(request))]
            } catch let error as RegisterError where error.problem == .personNotFound {}
        } else {
            let ids = try matches(session)
            isWhole = ids.count <= limit
            var told: Set<RowID> = []
            for id in ids.prefix(limit) {
                guard let row = try session.reading.person(id), row.state != .erased else { continue }
                // An earlier name finds whoever they are by now.
                let person = try people.survivor(of: row)
                if told.insert(person.id).inserted { found.append(try people.open(person)) }
            }
            found.sort { Self.sortKey($0).lexicographicallyPrecedes(Self.sortKey($1)) }
        }
        let shown = Shown(session, masks: true)
        let lines = found.compactMap { shown.summary(of: $0) }
        return Outcome(
            Answer.of("find", [("people", .array(lines)), ("complete", .bool(isWhole))]),
            LogTrace(subject: subject, fields: lines.isEmpty ? [] : Shown.summaryFields, count: lines.count))
    }

    /// Opens every block and looks through it: no index says which names there are.
    private func matches(_ session: Session) throws -> [RowID] {
        let born = try request.text("born").map { text throws(RegisterError) in
            guard let day = PartialDay(text: text) else { throw RegisterError(.badArgument, "born") }
            return day
        }
        guard
            let query = PeopleQuery(
                name: try request.text("name"), soundsAlike: request.flag("like"), born: born,
                area: try request.text("area"))
        else { throw RegisterError(.badArgument, "name") }
        var matches: [RowID] = []
        try session.reading.forEachBlock { row in
            matches += query.matches(in: try session.keyring.openBlock(row))
        }
        return matches
    }

    private static func sortKey(_ person: OpenPerson) -> [UInt8] {
        guard let name = person.view?.record[Field.nameThai] else { return [] }
        return ["last", "first"].flatMap { ThaiNameKey.sortKey(name[$0]?.string ?? "") + [0] }
    }
}
