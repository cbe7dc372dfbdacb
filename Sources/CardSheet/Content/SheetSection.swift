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
}
