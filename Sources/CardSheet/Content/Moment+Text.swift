internal import ThaiIDCard

extension Moment {
    /// Date and time for people, with the zone where it is not Thailand's.
    func text(in language: Language) -> String {
        let date = DateLines.written(PartialDate(raw: day.cardDigits), language)
        let zone = zone == "+07:00" ? "" : zone == "Z" ? " (UTC)" : " (UTC\(zone))"
        return switch language {
        case .thai: "\(date)\nเวลา \(clock) น.\(zone)"
        case .english: "\(date)\n\(clock)\(zone)"
        }
    }
}
