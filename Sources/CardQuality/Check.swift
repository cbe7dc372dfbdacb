package import CardRecord
package import ThaiIDCard

/// One rule of what a good record is: a pure function of the record, the list of areas and the day of reading.
///
/// A check never keeps a record from being taken. A field that was not read or could not be read is never found wanting.
package struct Check: Sendable {
    /// How much a finding matters. The raw values are those of the record.
    package enum Severity: String, Hashable, Sendable, CaseIterable {
        /// It cannot be so.
        case error
        /// It should be looked at.
        case warning
        /// It is good to know.
        case information

        /// What people call it.
        package var label: Bilingual {
            switch self {
            case .error: Bilingual("ผิดพลาด", "Error")
            case .warning: Bilingual("ควรตรวจสอบ", "Warning")
            case .information: Bilingual("เพื่อทราบ", "Information")
            }
        }
    }

    /// What a check finds beyond its own words.
    struct Remark: Sendable {
        /// Words in the place of the check's own.
        var words: Bilingual?
        /// The codes and days that the words name, for programs.
        var detail: JSONValue?
    }

    /// The name by which scripts know it.
    package let code: String
    package let severity: Severity
    /// Key of the field that it is about.
    package let field: String
    /// One sentence for people. It never repeats what the card says.
    package let words: Bilingual

    private let find: @Sendable (CheckedCard) -> Remark?
    private let makeExample: @Sendable (inout CheckedCard) -> Void

    /// A check with more to say than its words.
    init<Value>(
        _ code: String, _ severity: Severity, _ field: Field.Handle<Value>, _ words: Bilingual,
        remark find: @escaping @Sendable (CheckedCard) -> Remark?,
        example: @escaping @Sendable (inout CheckedCard) -> Void
    ) {
        (self.code, self.severity, self.words) = (code, severity, words)
        self.field = field.key
        self.find = find
        makeExample = example
    }

    /// A check that finds something or does not.
    init<Value>(
        _ code: String, _ severity: Severity, _ field: Field.Handle<Value>, _ words: Bilingual,
        where isFound: @escaping @Sendable (CheckedCard) -> Bool,
        example: @escaping @Sendable (inout CheckedCard) -> Void
    ) {
        self.init(code, severity, field, words, remark: { isFound($0) ? Remark() : nil }, example: example)
    }

    /// Every check, in the order of the fields.
    package static let all =
        citizenIDChecks + nameChecks + titleChecks + englishChecks + dateChecks + numberChecks + addressChecks
        + photoChecks

    /// What it finds in a card; `nil` where that is as it should be.
    package func finding(in card: CheckedCard) -> Finding? {
        find(card).map { Finding(check: self, words: $0.words ?? words, detail: $0.detail) }
    }

    /// A card in which it finds something, made of one in which it finds nothing.
    package func example(of card: CheckedCard) -> CheckedCard {
        var card = card
        makeExample(&card)
        return card
    }
}

/// What a check found in a record.
package struct Finding: Sendable {
    package let check: Check
    /// One sentence for people.
    package let words: Bilingual
    fileprivate let detail: JSONValue?

    /// In the shape of the record's schema.
    package var json: JSONValue {
        let members: [JSONValue.Member] = [
            .init(name: "code", value: .string(check.code)),
            .init(name: "severity", value: .string(check.severity.rawValue)),
            .init(name: "field", value: .string(check.field)),
            .init(name: "message", value: .string(words.english)),
        ]
        return .object(members + (detail.map { [.init(name: "detail", value: $0)] } ?? []))
    }

    /// What is said where nothing was found.
    private static let nothing = Bilingual("ตรวจสอบแล้ว ไม่พบสิ่งผิดปกติ", "Checked: nothing was found.")

    /// Findings for people, a line each.
    package static func text(of findings: [Finding], in language: Language) -> String {
        let lines = findings.isEmpty ? [nothing[language]] : findings.map { $0.text(in: language) }
        return lines.map { $0 + "\n" }.joined()
    }

    /// In one line for people, made safe to show: `Warning: Address: …`
    package func text(in language: Language) -> String {
        let field = Field.named(check.field)?.label[language] ?? check.field
        return SafeText.clean("\(check.severity.label[language]): \(field): \(words[language])")
    }
}
