internal import CardRecord
internal import RegisterModel
internal import RegisterStore
internal import ThaiIDCard

/// `purpose list|add|edit` and the record of processing: what the office keeps people for.
struct Purposes: RegisterAct {
    private static let longestCode = 40
    private static let mostDays = 36_500
    private let request: Request

    init(_ request: Request) throws(RegisterError) { self.request = request }

    func perform(in session: Session) throws -> Outcome {
        guard let code = try request.text("code") else { return try list(session) }
        let tx = try session.writing()
        let before = try tx.purposes().first { $0.code == code }
        let isNew = request.act == .purposeAdd
        guard isNew == (before == nil) else {
            throw before == nil ? RegisterError(.purposeUnknown, code, "") : RegisterError(.alreadyThere, code)
        }
        guard !code.isEmpty, code.utf8.count <= Self.longestCode,
            code.utf8.allSatisfy({ $0.isDigitOrLower || $0 == UInt8(ascii: "-") })
        else { throw RegisterError(.badArgument, "code") }
        guard let thai = try request.text("thai") ?? before?.thai else { throw RegisterError(.badArgument, "thai") }
        guard let days = try request.number("days") ?? before?.days, (1...Self.mostDays).contains(days) else {
            throw RegisterError(.badArgument, "days")
        }
        let fields = try request.texts("fields") ?? before?.fields ?? Self.usualFields
        let known = Set(Field.all.map(\.key))
        guard !fields.isEmpty, fields.allSatisfy(known.contains) else { throw RegisterError(.badArgument, "fields") }
        let row = PurposeRow(
            id: before?.id ?? 0, code: code, thai: thai, english: try request.text("english") ?? before?.english,
            basis: try request.text("basis") ?? before?.basis, fields: fields, days: days,
            isActive: !request.flag("retire"))
        _ = try tx.put(row)
        return Outcome(Answer.of("purpose", Self.members(row)), LogTrace(fields: fields, count: 1))
    }

    /// All but the photo, the numbers of the chip, and what is of health.
    static var usualFields: [String] { Field.all.filter { $0.group == .card && $0.kind != .photo }.map(\.key) }

    private func list(_ session: Session) throws -> Outcome {
        let rows = try session.reading.purposes()
        let lines = rows.map { JSONValue.object(Self.members($0).map { .init(name: $0.0, value: $0.1) }) }
        return Outcome(
            Answer.of(
                "purpose",
                [
                    ("office", .string(session.register.mode.office)), ("purposes", .array(lines)),
                    ("people", .integer(try session.reading.personCount())),
                ]), LogTrace(count: rows.count))
    }

    private static func members(_ row: PurposeRow) -> [(String, JSONValue)] {
        [
            ("code", .string(row.code)), ("thai", .string(row.thai)), ("english", JSONValue(row.english)),
            ("basis", JSONValue(row.basis)), ("fields", .array(row.fields.map { .string($0) })),
            ("days", .integer(row.days)), ("active", .bool(row.isActive)),
        ]
    }
}

extension UInt8 {
    fileprivate var isDigitOrLower: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
    }
}
