extension FieldValue {
    /// The kinds of values that a field can hold.
    public enum Kind: Hashable, Sendable, CaseIterable {
        /// Text as it stands.
        case text
        /// The 13 digits.
        case citizenID
        /// A name.
        case name
        /// A date.
        case date
        /// Sex.
        case sex
        /// An address.
        case address
        /// A photo.
        case photo

        /// The kind of a field whose property is of this type.
        init<Value>(of type: Value.Type) {
            switch type {
            case is CitizenID.Type: self = .citizenID
            case is PersonName.Type: self = .name
            case is PartialDate.Type: self = .date
            case is Sex.Type: self = .sex
            case is Address.Type: self = .address
            case is Photo.Type: self = .photo
            default: self = .text
            }
        }
    }
}
