/// A field's value among the kinds there are, so that formats need not know the fields.
public enum FieldValue: Hashable, Sendable {
    /// Text as it stands.
    case text(String)
    /// The 13 digits.
    case citizenID(CitizenID)
    /// What masking leaves of the 13 digits: no field holds it, but a record may.
    case maskedCitizenID(MaskedCitizenID)
    /// A name.
    case name(PersonName)
    /// A date.
    case date(PartialDate)
    /// Sex.
    case sex(Sex)
    /// An address.
    case address(Address)
    /// A photo.
    case photo(Photo)

    var text: String? { if case .text(let value) = self { value } else { nil } }
    var citizenID: CitizenID? { if case .citizenID(let value) = self { value } else { nil } }
    var name: PersonName? { if case .name(let value) = self { value } else { nil } }
    var date: PartialDate? { if case .date(let value) = self { value } else { nil } }
    var sex: Sex? { if case .sex(let value) = self { value } else { nil } }
    var address: Address? { if case .address(let value) = self { value } else { nil } }
    var photo: Photo? { if case .photo(let value) = self { value } else { nil } }
}
