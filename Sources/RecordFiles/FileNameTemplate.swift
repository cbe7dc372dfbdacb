import CardRecord
import ThaiIDCard

/// How files of single records are named: `record-{number}`, `{citizenID}-{date}`.
///
/// A name holds nothing of the card unless the template asks for it, and never anything but ASCII
/// letters, digits, dots, dashes and underscores: no path leads out of the folder. What a record has in
/// the place of a time is a stranger's word, and not taken for one unless a clock can show it.
package struct FileNameTemplate: Hashable {
    /// What a name can hold of a record.
    enum Placeholder: String, Hashable, CaseIterable {
        /// The record's number in this run, six digits.
        case number
        /// The day on which the card was read, `2026-11-23`.
        case date
        /// The time at which it was read, `094107`.
        case time
        /// The 13 digits, or what masking leaves of them.
        case citizenID
    }

    /// The usual names, which hold no personal data.
    package static let usual = FileNameTemplate(
        parts: [.text("record-"), .placeholder(.number)], text: "record-{number}")

    /// The template as it was written.
    package let text: String

    private enum Part: Hashable {
        case text(String)
        case placeholder(Placeholder)
    }

    private let parts: [Part]

    private init(parts: [Part], text: String) {
        self.parts = parts
        self.text = text
    }

    /// Reads a template; `nil` where it asks for what there is not, or allows more than a name.
    package init?(_ text: String) {
        var parts: [Part] = []
        var rest = text[...]
        while let first = rest.first {
            if first == "{" {
                guard let end = rest.firstIndex(of: "}"),
                    let placeholder = Placeholder(rawValue: String(rest[rest.index(after: rest.startIndex)..<end]))
                else { return nil }
                parts.append(.placeholder(placeholder))
                rest = rest[rest.index(after: end)...]
            } else {
                let literal = rest.prefix { $0 != "{" }
                guard literal.utf8.allSatisfy(Self.isAllowed) else { return nil }
                parts.append(.text(String(literal)))
                rest = rest[literal.endIndex...]
            }
        }
        guard !parts.isEmpty, text.utf8.count <= 100, !text.contains(".."), !text.hasPrefix("."), !text.hasPrefix("-")
        else { return nil }
        self.init(parts: parts, text: text)
    }

    /// Whether no two records of a run get the same name.
    var isUnique: Bool { parts.contains(.placeholder(.number)) }

    /// A record's name without extension; `nil` where the record lacks what it asks for.
    func name(of record: JSONRecord, number: Int) -> String? {
        var name = ""
        for part in parts {
            switch part {
            case .text(let text): name += text
            case .placeholder(let placeholder):
                guard let value = Self.value(placeholder, record, number) else { return nil }
                name += value
            }
        }
        return name
    }

    private static func value(_ placeholder: Placeholder, _ record: JSONRecord, _ number: Int) -> String? {
        let value: String? =
            switch placeholder {
            case .number: number.padded(to: 6)
            case .date: readAt(record)?.day.iso
            case .time: readAt(record)?.clock.filter { $0 != ":" }
            case .citizenID: record.citizenID
            }
        return value
    }

    /// When the record says that the card was read, to the second, where a clock can show it.
    private static func readAt(_ record: JSONRecord) -> Moment? {
        record.readAt.flatMap { Moment(iso: $0.prefix(19) + "Z") }
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
