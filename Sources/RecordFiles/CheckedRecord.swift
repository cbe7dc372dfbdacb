import CardFormats
import CardQuality
import CardRecord
import ThaiIDCard

/// A record with what the checks find in it.
struct CheckedRecord {
    /// The record with a member `checks` at its end, in the place of one that it had.
    let record: JSONRecord
    private let findings: [Finding]

    /// - Throws: `RecordSyntaxError` where a value is none that a card can hold.
    init(_ record: JSONRecord) throws(RecordSyntaxError) {
        findings = CheckedCard(try record.model()).findings
        self.record = try JSONRecord(json: record.json.having(.array(findings.map(\.json)), as: Self.member))
    }

    /// What was found, for people.
    func text(in language: Language) -> String { Finding.text(of: findings, in: language) }

    private static let member = "checks"
}

extension OutputFormat {
    /// Whether a file of this format can say what the checks found.
    package var showsChecks: Bool { [CardFormat.text, .json, .ndjson].map(\.name).contains(name) }

    /// Whether it says so in lines below the record.
    var showsChecksBelow: Bool { name == CardFormat.text.name }
}

extension JSONValue {
    /// An object with a member at its end, and none of that name elsewhere.
    fileprivate func having(_ value: JSONValue, as name: String) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { $0.name != name } + [Member(name: name, value: value)])
    }
}
