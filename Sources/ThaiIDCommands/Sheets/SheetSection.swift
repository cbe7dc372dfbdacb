import ArgumentParser
import ThaiIDCard

/// A part of a sheet that can be left out, by the names of the drawing program.
enum SheetSection: String, CaseIterable {
    case photo, id, names, birth, sex, validity, address, issuer, request

    /// What a sheet shows when nobody says otherwise: the front of the card, as on a photocopy.
    static let usual = allCases.filter { $0 != .sex }

    /// What of the card it shows, by the keys of the table.
    var fields: [String] {
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

/// Sections as they stand on a command line, by commas.
struct SheetSections: ExpressibleByArgument {
    let list: [SheetSection]

    init?(argument: String) {
        let names = argument.split(separator: ",", omittingEmptySubsequences: false)
        let asked = names.compactMap { SheetSection(rawValue: String($0)) }
        guard asked.count == names.count else { return nil }
        list = SheetSection.allCases.filter(asked.contains)
    }
}
