internal import ThaiIDCard

extension FieldValue.Kind {
    /// The members of such a value in the record, in order; none for one that is a plain text there.
    package var members: [String] {
        switch self {
        case .text, .citizenID: []
        case .name: Self.name
        case .date: Self.date
        case .sex: Self.sex
        case .address: Self.address
        case .photo: Self.photo
        }
    }

    private static let name = PersonName.Part.allCases.map(\.rawValue)
    private static let date = PartialDate.Part.allCases.map(\.rawValue)
    private static let sex = Sex.Part.allCases.map(\.rawValue)
    private static let address = Address.Slot.allCases.map(\.rawValue) + Address.Part.allCases.map(\.rawValue)
    private static let photo = Photo.Part.allCases.map(\.rawValue)

    /// Whether a member of a record is such a value in shape, or `null`.
    func fits(_ json: JSONValue) -> Bool {
        switch (self, json) {
        case (_, .null): true
        case (.text, .string): true
        case (.citizenID, .string(let text)): CitizenID.fits(text)
        case (.text, _), (.citizenID, _): false
        default: Self.has(json, members)
        }
    }

    private static func has(_ json: JSONValue, _ names: [String]) -> Bool {
        var members = MemberCursor(json)
        return names.allSatisfy { members.value($0)?.isScalarOrNull ?? false }
    }
}

extension CitizenID {
    /// Whether a text is 13 digits, or what masking leaves of them.
    fileprivate static func fits(_ text: String) -> Bool { CitizenID(text) != nil || MaskedCitizenID(text) != nil }
}
