public import CardRecord
public import ThaiIDCard

extension Record {
    /// The record for people: a line a field, aligned by columns of a terminal.
    ///
    /// Ages and validity are those of the day on which the card was read.
    public func text(in language: Language) -> String {
        var rows: [(label: String, value: String)] = []
        var absent: [Field.Group] = []
        for field in fields where field.sensitivity != .technical || field.group != .card {
            let isGroupAbsent = fields.allSatisfy { other in
                other.group != field.group || card.absentApplets.contains(other.applet)
            }
            if isGroupAbsent, field.group != .card {
                if !absent.contains(field.group) {
                    absent.append(field.group)
                    rows.append((field.group.label[language], Self.notOnCard[language]))
                }
            } else {
                rows.append((field.label[language], value(of: field, language)))
            }
        }
        let columns = rows.map { TerminalColumns.count($0.label) }.max() ?? 0
        let lines = rows.map { TerminalColumns.pad($0.label, to: columns + 2) + $0.value }
        return (lines + warnings(in: language)).map { SafeText.clean($0) + "\n" }.joined()
    }

    /// What a field says, for people, with what follows from a date; not made safe to show.
    package func value(of field: Field, _ language: Language) -> String {
        switch state(of: field) {
        case .notRead: Bilingual("(ไม่ได้อ่าน)", "(not read)")[language]
        case .blank where card.absentApplets.contains(field.applet): Self.notOnCard[language]
        case .blank: Self.blank[language]
        case .failed(.notRecorded): Bilingual("(ไม่มีในไฟล์บันทึก)", "(not in the recording)")[language]
        case .failed: Bilingual("(อ่านไม่ได้)", "(could not be read)")[language]
        case .value(let value), .partial(let value):
            value.text(in: language) + (remark(on: field.key).map { " · " + $0[language] } ?? "")
        }
    }

    private static let blank = Bilingual("(ว่างบนบัตร)", "(blank on the card)")
    private static let notOnCard = Bilingual("(ไม่มีบนบัตรนี้)", "(not on this card)")

    private func warnings(in language: Language) -> [String] {
        guard !card.warnings.isEmpty else { return [] }
        let heading = Bilingual("ข้อสังเกต", "Note")[language]
        return [""]
            + card.warnings.map { warning in
                let label = Field.named(warning.field)?.label[language] ?? warning.field
                return "\(heading): \(label): \(warning.message[language])"
            }
    }
}

// MARK: - What follows from the dates

extension Record {
    private func remark(on key: String) -> Bilingual? {
        switch key {
        case Field.birthDate.key: return dates.age.map(Self.age)
        case Field.expiryDate.key: return dates.validity.words(expiry: card.expiryDate.value)
        default: return nil
        }
    }

    private static func age(_ years: ClosedRange<Int>) -> Bilingual {
        years.count == 1
            ? Bilingual("อายุ \(years.lowerBound) ปี", "aged \(years.lowerBound)")
            : Bilingual(
                "อายุ \(years.lowerBound)–\(years.upperBound) ปี", "aged \(years.lowerBound) to \(years.upperBound)")
    }

}
