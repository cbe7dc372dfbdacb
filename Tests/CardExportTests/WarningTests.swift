import CardRecord
import SmartCard
import Testing
import ThaiIDCard

/// What a warning is in words and in a record, and how it comes back out of one.
@Suite struct WarningTests {
    static let kinds: [Warning.Kind] =
        [
            .textUndefined, .textCP874, .textControl, .textFull, .nameSlots(nil), .nameSlots(1), .nameSlots(100),
            .nameUndivided, .addressSlots(nil), .addressSlots(0), .addressSlots(5), .addressOrder, .addressLabels,
            .checkDigit, .category, .photoLength, .laserNumberFormat, .dataVersion, .versionAssumed, .recordedInPart,
        ]
        + [
            .impossible, .lifelong, .oldYear(.yearMayBeLater), .oldYear(.monthsThatWereNot), .gregorian, .ahead,
            .tooOld, .afterIssue, .beforeIssue,
        ].map(Warning.Kind.date)
        + [
            .refused(.notFound), .refused(StatusWord(rawValue: 0x6F00)), .noAnswer, .wrongLength, .malformed,
            .notRecorded,
        ].map(Warning.Kind.failed)

    /// A card of nothing but a warning, as a record has it.
    private static func record(of warning: Warning) -> JSONValue {
        var card = IDCard()
        card.warnings = [warning]
        let read = Record.Read(at: "", source: .virtual, reader: nil, atr: "", exchanges: 0, milliseconds: 0)
        return Record(read: read, card: card, fields: []).json
    }

    /// The record, with its one warning less a member.
    private static func without(_ name: String, _ record: JSONValue) throws -> JSONValue {
        guard case .object(let members) = record, case .array(let warnings)? = record["warnings"],
            case .object(let warning)? = warnings.first
        else { throw Misshapen() }
        let less = JSONValue.array([.object(warning.filter { $0.name != name })])
        return .object(members.map { $0.name == "warnings" ? .init(name: "warnings", value: less) : $0 })
    }

    @Test(arguments: kinds)
    func warningComesBackOutOfItsCodeAndDetail(_ kind: Warning.Kind) throws {
        let warning = Warning(kind, field: "address")
        let record = try Self.without("message", Self.record(of: warning))
        #expect(try IDCard(record: record).warnings == [warning])
    }

    @Test(arguments: kinds)
    func withoutDetailTheCodeTellsTheKind(_ kind: Warning.Kind) throws {
        let warning = Warning(kind, field: "address")
        let back = try IDCard(record: Self.without("detail", Self.record(of: warning))).warnings
        switch kind {
        case .nameSlots: #expect(back == [Warning(.nameSlots(nil), field: "address")])
        case .addressSlots: #expect(back == [Warning(.addressSlots(nil), field: "address")])
        case .failed: #expect(back == [Warning(.failed(.noAnswer), field: "address")])
        case .date(.oldYear): #expect(back == [])
        default: #expect(back == [warning])
        }
    }

    @Test func whatTheDateTellsByItselfComesBackWithoutDetail() throws {
        let birth = try #require(Field.named("birthDate"))
        for raw in ["24700215", "24830101"] {
            var card = IDCard()
            #expect(birth.putNotingOddities(.date(PartialDate(raw: raw)), into: &card))
            let read = Record.Read(at: "", source: .virtual, reader: nil, atr: "", exchanges: 0, milliseconds: 0)
            let record = Record(read: read, card: card, fields: [birth]).json
            #expect(card.warnings.map(\.code) == ["date.old-year"])
            #expect(try IDCard(record: Self.without("detail", record)).warnings == card.warnings)
        }
    }

    @Test func detailHoldsWhatTheSentenceNames() throws {
        func detail(_ kind: Warning.Kind) -> String? {
            guard case .array(let warnings)? = Self.record(of: Warning(kind, field: "address"))["warnings"] else {
                return nil
            }
            return warnings.first?["detail"]?.line
        }
        #expect(detail(.addressSlots(5)) == #"{"parts":5}"#)
        #expect(detail(.nameSlots(nil)) == nil)
        #expect(detail(.failed(.refused(.notFound))) == #"{"reason":"refused","status":"6A82"}"#)
        #expect(detail(.failed(.noAnswer)) == #"{"reason":"no-answer"}"#)
        #expect(detail(.date(.oldYear(.monthsThatWereNot))) == #"{"reason":"months-that-were-not"}"#)
        #expect(detail(.textFull) == nil)
    }

    @Test(arguments: ["", "text", "text.new", "name.slots "])
    func unknownCodeIsNone(_ code: String) throws {
        let record: JSONValue = [
            "schema": .string(Schema.record.id), "card": [:],
            "warnings": [
                ["code": .string(code), "field": "address", "message": "4", "detail": ["parts": .integer(4)]]
            ],
        ]
        #expect(try IDCard(record: record).warnings == [])
    }

    @Test(
        arguments: [
            ["parts": "4"], ["parts": .null], ["status": "6A8"], ["status": "6A82FF"], ["reason": "nonesuch"], [], "4",
            .null,
        ] as [JSONValue])
    func detailThatIsNotUnderstoodIsAsIfItWereNotThere(_ detail: JSONValue) throws {
        for (code, kind) in [
            ("name.slots", .nameSlots(nil)), ("address.slots", .addressSlots(nil)),
            ("field.failed", .failed(.noAnswer)),
        ] as [(String, Warning.Kind)] {
            let record: JSONValue = [
                "schema": .string(Schema.record.id), "card": [:],
                "warnings": [["code": .string(code), "field": "address", "message": "4", "detail": detail]],
            ]
            #expect(try IDCard(record: record).warnings == [Warning(kind, field: "address")])
        }
    }

    @Test func everyWarningHasWordsInBothLanguages() {
        let warnings = Self.kinds.map { Warning($0, field: "issuer") }
        #expect(Set(warnings.map(\.code)).count == 25)
        #expect(Set(warnings.map(\.message)).count == Self.kinds.count)
        for message in warnings.map(\.message) {
            #expect(message.thai.unicodeScalars.contains { (0x0E01...0x0E5B).contains($0.value) })
            #expect(message.english.hasSuffix("."))
            #expect(message[.thai] == message.thai && message[.english] == message.english)
        }
    }

    @Test func bothOldCalendarsHaveWordsOfTheirOwn() {
        let messages = [OldCalendar.yearMayBeLater, .monthsThatWereNot].map { DateOddity.oldYear($0).message }
        #expect(messages[0].english.contains("one later") && messages[1].english.contains("no January to March"))
        #expect(messages[0].thai != messages[1].thai)
    }

    @Test func theSchemaNamesEveryCode() throws {
        let schema = try #require(JSONValue(parsing: Array(Schema.record.text.utf8)))
        let code = schema["properties"]?["warnings"]?["items"]?["properties"]?["code"]
        guard case .array(let examples)? = code?["examples"] else { throw Misshapen() }
        #expect(Set(examples.compactMap(\.string)) == Set(Self.kinds.map { Warning($0, field: "").code }))
    }
}

/// JSON is not what a test takes it for.
private struct Misshapen: Error {}
