import AuditLog
import CardRecord
import Testing

/// One use of the register, as a line.
@Suite struct LogEntryTests {
    private static let full = LogEntry(
        at: 1_795_395_600_000_250, account: "desk1", officer: String(repeating: "a", count: 32), role: "officer",
        act: "show", purpose: "COUNTER", reference: "2569/104", subject: String(repeating: "b", count: 64),
        fields: ["citizenID", "nameThai"], count: 1, result: "ok", sheet: "RCB1-QGME-N9",
        digest: String(repeating: "c", count: 64))
    private static let bare = LogEntry(at: 0, account: "a", role: "auditor", act: "log", result: "not-allowed")

    @Test func lineIsWrittenInOneWay() {
        #expect(
            Self.full.line(writer: 1, n: 17) == """
                {"schema":"thaiid.register-log/1","at":"2026-11-23T01:00:00.000250Z","writer":1,"n":17,"account":"desk1",\
                "officer":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","role":"officer","act":"show","purpose":"COUNTER",\
                "reference":"2569/104","subject":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",\
                "fields":["citizenID","nameThai"],"count":1,"result":"ok","sheet":"RCB1-QGME-N9",\
                "digest":"cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"}
                """)
        #expect(
            Self.bare.line(writer: 2, n: 1) == """
                {"schema":"thaiid.register-log/1","at":"1970-01-01T00:00:00.000000Z","writer":2,"n":1,"account":"a",\
                "role":"auditor","act":"log","result":"not-allowed"}
                """)
    }

    @Test func lineComesBack() {
        for entry in [Self.full, Self.bare] { #expect(LogEntry(line: entry.line(writer: 3, n: 4)) == entry) }
        let odd = LogEntry(at: 1, account: "\u{202E}\"\\\n", role: "ก", act: "é", reference: "", fields: [])
        #expect(LogEntry(line: odd.line(writer: 1, n: 1)) == odd)
    }

    @Test(arguments: [
        ("thaiid.register-log/1", "thaiid.register-log/2"), ("\"n\":17", "\"n\":017"), ("\"n\":17", "\"n\": 17"),
        ("\"count\":1", "\"count\":1.0"), ("\"count\":1", "\"count\":null"), (",\"role\":\"officer\"", ""),
        ("000250Z", "00025Z"), ("000250Z", "000250+00:00"), ("desk1", "\\u0064esk1"), ("}", ",\"more\":1}"),
        ("\"nameThai\"", "7"), ("\"account\":\"desk1\",\"officer\"", "\"officer\""), ("{", ""), ("}", "} "),
    ])
    func lineInAnotherWayIsNone(_ part: String, _ other: String) {
        let line = Self.full.line(writer: 1, n: 17)
        #expect(line.contains(part))
        #expect(LogEntry(line: line.replacing(part, with: other)) == nil)
    }

    /// Half a kilobyte with the columns of its row: two hashes, the time, writer and number.
    @Test func entryIsSmall() {
        let entry = LogEntry(
            at: .max, account: "desk-account-1", role: "officer", act: "show", purpose: "COUNTER",
            reference: "2569/104",
            subject: String(repeating: "b", count: 64),
            fields: ["citizenID", "nameThai", "nameEnglish", "birthDate", "sex", "address", "photo"], count: 1)
        #expect(entry.line(writer: 1, n: 1_000_000).utf8.count + 32 + 32 + 8 + 1 + 4 <= 500)
    }

    @Test func schemaKnowsEachMemberAndNoOther() throws {
        let schema = try #require(JSONValue(parsing: Array(Schema.registerLog.text.utf8)))
        guard case .object(let properties)? = schema["properties"], case .array(let required)? = schema["required"],
            case .object(let full) = Self.full.json(writer: 1, n: 1),
            case .object(let bare) = Self.bare.json(writer: 1, n: 1)
        else {
            Issue.record("no schema")
            return
        }
        #expect(properties.map(\.name) == full.map(\.name))
        #expect(required == bare.map { .string($0.name) })
        #expect(full.first?.value == .string(Schema.registerLog.id))
    }
}

/// Times of the log.
@Suite struct LogTimeTests {
    @Test func timesComeBackToTheMicrosecond() {
        for micros in [0, 1, 999_999, 1_795_395_600_000_250, 951_782_400_000_000, 4_102_444_799_999_999] as [Int64] {
            #expect(LogTime.micros(of: LogTime.text(of: micros)) == micros)
        }
        #expect(LogTime.text(of: 951_827_696_123_456) == "2000-02-29T12:34:56.123456Z")
        #expect(LogTime.text(of: -1) == "1970-01-01T00:00:00.000000Z")
        #expect(LogTime.text(of: .max) == "9999-12-31T23:59:59.999999Z")
    }

    @Test(arguments: [
        "", "2026-11-23", "2026-11-23T01:00:00Z", "2026-11-23T01:00:00.00025Z", "2026-11-23T01:00:00.000250+00:00",
    ])
    func otherFormsAreNone(_ text: String) { #expect(LogTime.micros(of: text) == nil) }

    @Test func dayBeginsAtMidnightInThailand() {
        let midnight = SampleLog.start - 8 * 60 * SampleLog.minute
        #expect(LogTime.text(ofThaiDay: LogTime.thaiDay(of: midnight)) == "2026-11-23")
        #expect(LogTime.text(ofThaiDay: LogTime.thaiDay(of: midnight - 1)) == "2026-11-22")
        #expect(LogTime.thaiDay(of: 0) == 0)
        #expect(LogTime.thaiDay(of: -25_200_000_000) == 0)
        #expect(LogTime.thaiDay(of: -25_200_000_001) == -1)
    }
}
