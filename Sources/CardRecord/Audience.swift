public import ThaiIDCard

/// Who a record is for, and so how much of each field it shows.
public struct Audience: Hashable, Sendable {
    /// The office that the card was handed to: all that was read.
    public static let desk = Audience(masksIdentifiers: false)
    /// Whoever need not know who it is: of numbers that identify a person the last digits.
    public static let masked = Audience(masksIdentifiers: true)

    private let masksIdentifiers: Bool
    private var hidden: Set<String> = []

    private init(masksIdentifiers: Bool) { self.masksIdentifiers = masksIdentifiers }

    /// The same audience without some fields, which are to it as if nobody had asked for them.
    public func hiding(_ fields: [Field]) -> Audience {
        var audience = self
        audience.hidden.formUnion(fields.map(\.key))
        return audience
    }

    /// How much of a field is shown.
    enum Sight: Hashable {
        case whole, masked, hidden
    }

    func sight(of field: Field) -> Sight {
        guard !hidden.contains(field.key) else { return .hidden }
        return masksIdentifiers && field.sensitivity == .identifier ? .masked : .whole
    }
}

extension FieldValue {
    /// What an audience that may not know the number sees of it.
    var masked: FieldValue {
        switch self {
        case .citizenID(let citizenID): .maskedCitizenID(MaskedCitizenID(citizenID))
        case .text(let text): .text(CitizenID.mask(text))
        default: self
        }
    }
}
