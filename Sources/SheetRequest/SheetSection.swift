internal import ThaiIDCard

/// A part of a sheet that can be left out. The raw values are those of the command line.
public enum SheetSection: String, Hashable, Sendable, CaseIterable {
    /// The portrait.
    case photo
    /// The citizen ID.
    case id
    /// The name in Thai and in English.
    case names
    /// The date of birth.
    case birth
    /// The sex, which the face of the card does not show either.
    case sex
    /// The days of issue and expiry.
    case validity
    /// The address.
    case address
    /// The issuing office.
    case issuer
    /// The number of the request for the card.
    case request

    /// What a sheet shows when nobody says otherwise.
    public static let usual = allCases.filter { $0 != .sex }

    /// What of the card it shows, by the keys of the table.
    package var fields: [String] {
        switch self {
        case .photo: [Field.photo.key]
        case .id: [Field.citizenID.key]
        case .names: [Field.nameThai.key, Field.nameEnglish.key]
        case .birth: [Field.birthDate.key]
        case .sex: [Field.sex.key]
        case .validity: [Field.issueDate.key, Field.expiryDate.key]
        case .address: [Field.address.key]
        case .issuer: [Field.issuer.key]
        case .request: [Field.requestNumber.key]
        }
    }
}

/// Sections as they stand on a command line, by commas, each known.
package struct SectionList: Hashable, Sendable {
    /// In the order of the sheet, none twice.
    package let sections: [SheetSection]

    package init(_ sections: some Sequence<SheetSection>) {
        let asked = Set(sections)
        self.sections = SheetSection.allCases.filter(asked.contains)
    }

    /// `nil` where a word names no section.
    package init?(argument: String) {
        let names = argument.split(separator: ",", omittingEmptySubsequences: false)
        let asked = names.compactMap { SheetSection(rawValue: String($0)) }
        guard asked.count == names.count else { return nil }
        self.init(asked)
    }

    /// The way back.
    package var argument: String { sections.map(\.rawValue).joined(separator: ",") }
}
