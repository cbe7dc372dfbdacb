import ArgumentParser
import SheetRequest

/// The least of a card that a kind of office needs on paper. Nothing here is advice on the law; what a
/// site must keep is for it to know, and `--sections` says so.
enum SheetPreset: String, CaseIterable, ExpressibleByArgument {
    case hotel, clinic, school, bank, municipality

    /// What the sheet shows.
    var sections: [SheetSection] {
        switch self {
        // The guest card and register (forms ร.ร.3 and ร.ร.4 under the Hotel Act B.E. 2547) ask for
        // name, number, issuer and address. The guest is there to be looked at.
        case .hotel: [.id, .names, .address, .issuer]
        // What opens a patient's file; the hospital's own program holds the rest.
        case .clinic: [.id, .names, .birth, .sex, .address]
        // Enrolment: who the child or the parent is, how old, and from which district.
        case .school: [.id, .names, .birth, .address]
        // Printed face, chip, photo and person are compared, and the request number is what the
        // registration office's check of a card's status asks for.
        case .bank: [.photo, .id, .names, .birth, .validity, .address, .issuer, .request]
        // The front of the card and no more: Interior Ministry letter มท 0309.2/ว 6857 of 22 March 2556.
        case .municipality: [.photo, .id, .names, .birth, .validity, .address]
        }
    }
}
