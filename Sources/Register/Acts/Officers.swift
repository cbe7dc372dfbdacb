internal import CardRecord
internal import RecordSeal
internal import RegisterModel
internal import RegisterStore

/// `officer list|add|revoke`: who may do what.
struct Officers: RegisterAct {
    private let request: Request

    init(_ request: Request) throws(RegisterError) { self.request = request }

    func perform(in session: Session) throws -> Outcome {
        guard let account = try request.text("account") else { return try list(session) }
        let tx = try session.writing()
        let before = try tx.officers().first { $0.account == account }
        let roles: Role
        if request.flag("revoke") {
            guard before != nil else { throw RegisterError(.entryNotFound, account) }
            roles = []
        } else {
            let names = try request.texts("roles") ?? []
            guard let named = Role(names: names), !named.isEmpty else { throw RegisterError(.badArgument, "roles") }
            roles = named
        }
        let purposes = try request.texts("purposes")
        let known = Set(try tx.purposes().map(\.code))
        if let unknown = purposes?.first(where: { !known.contains($0) }) {
            throw RegisterError(.purposeUnknown, unknown, known.sorted().joined(separator: " "))
        }
        let hours = try request.text("hours")
        if let hours, DutyHours(text: hours) == nil { throw RegisterError(.badArgument, "hours") }
        let row = OfficerRow(
            id: before?.id ?? 0, account: account, cardKey: before?.cardKey, roles: roles.rawValue, purposes: purposes,
            hours: hours, quota: try request.number("quota"), from: before?.from ?? session.now.micros,
            until: roles.isEmpty ? session.now.micros : nil)
        _ = try tx.put(row)
        guard
            try tx.officers().contains(where: { Role(rawValue: $0.roles).contains(.super) && $0.until == nil })
                || session.register.mode.isOpen
        else { throw RegisterError(.lastSuper) }
        return Outcome(
            Answer.of("officer", [("account", .string(account)), ("roles", .array(roles.names.map { .string($0) }))]),
            LogTrace(count: 1))
    }

    private func list(_ session: Session) throws -> Outcome {
        let lines = try session.reading.officers().map { row -> JSONValue in
            [
                "account": .string(row.account),
                "roles": .array(Role(rawValue: row.roles).names.map { .string($0) }),
                "purposes": row.purposes.map { .array($0.map { .string($0) }) } ?? .null, "hours": JSONValue(row.hours),
                "quota": JSONValue(row.quota), "until": JSONValue(row.until.map { RegisterTime(micros: $0).text }),
            ]
        }
        return Outcome(Answer.of("officer", [("officers", .array(lines))]), LogTrace(count: lines.count))
    }
}

/// `shift start|end`: who sits at the desk now, by their card. It says who; the account stays the proof.
struct Shift: RegisterAct {
    private let request: Request

    init(_ request: Request) throws(RegisterError) { self.request = request }

    func perform(in session: Session) throws -> Outcome {
        let tx = try session.writing()
        let hash = try request.text("citizenID").map { session.keyring.subject(of: $0) }
        try tx.setSetting(Setting.shift(of: session.officer.account), to: Array((hash ?? "").utf8))
        return Outcome(
            Answer.of("shift", [("begun", .bool(hash != nil))]), LogTrace(subject: hash, count: 1))
    }
}
