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
        case .photo: ["photo"]
        case .id: ["citizenID"]
        case .names: ["nameThai", "nameEnglish"]
        case .birth: ["birthDate"]
        case .sex: ["sex"]
        case .validity: ["issueDate", "expiryDate"]
        case .address: ["address"]
        case .issuer: ["issuer"]
        case .request: ["requestNumber"]
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
