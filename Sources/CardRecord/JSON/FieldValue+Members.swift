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

    private static let name = ["title", "first", "middle", "last", "full"]
    private static let date = ["raw", "iso", "year", "month", "day", "precision"]
    private static let sex = ["raw", "value"]
    private static let address = Address.Slot.allCases.map(\.rawValue) + ["full"]
    private static let photo = ["type", "width", "height", "bytes", "sha256", "base64"]

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
    fileprivate static func fits(_ text: String) -> Bool {
        guard CitizenID(text) == nil else { return true }
        let digits = text.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return digits.count == 3 && mask("0000000000" + String(decoding: digits, as: UTF8.self)) == text
    }
}
