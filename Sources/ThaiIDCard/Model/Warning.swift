/// Something odd about a field, which did not keep it from being read.
public struct Warning: Hashable, Sendable {
    /// What was odd.
    public let kind: Kind
    /// Key of the field, as in the table.
    public let field: String

    /// Notes an oddity of a field.
    public init(_ kind: Kind, field: String) {
        self.kind = kind
        self.field = field
    }

    /// What can be odd.
    public enum Kind: Hashable, Sendable {
        /// Bytes that no Thai character set defines became U+FFFD.
        case textUndefined
        /// Characters that only Windows code page 874 has.
        case textCP874
        /// Control characters were dropped.
        case textControl
        /// A text that fills its field to the last byte, and may have been cut there.
        case textFull
        /// A name without its usual four parts, and how many it has; `nil` where a record does not tell.
        case nameSlots(Int?)
        /// A name that stands in one part, first name, surname and all.
        case nameUndivided
        /// An address without its usual eight parts, and how many it has; `nil` where a record does not tell.
        case addressSlots(Int?)
        /// An address whose parts do not stand in their places and were told apart by their labels.
        case addressOrder
        /// An address whose labels contradict its places, or do not tell its parts apart.
        case addressLabels
        /// A date that says something that it should not.
        case date(DateOddity)
        /// A data version that is not the one of this project's table.
        case dataVersion
        /// The citizen ID contradicts its check digit.
        case checkDigit
        /// A citizen ID whose first digit nobody explains.
        case category
        /// The photo's length word is wrong; its end was found by the end marker.
        case photoLength
        /// A laser number that is not two letters and ten digits.
        case laserNumberFormat
        /// The recording does not tell in which layout the data are.
        case versionAssumed
        /// The recording holds the beginning of the field only, and it may go on.
        case recordedInPart
        /// An optional field could not be had.
        case failed(FieldFailure)

        /// Whether a value does not show it by itself.
        var isHidden: Bool {
            switch self {
            case .textFull, .nameUndivided, .addressLabels, .date(.oldYear): true
            default: false
            }
        }
    }
}

extension Warning {
    /// The name by which scripts know it.
    public var code: String {
        switch kind {
        case .textUndefined: "text.undefined"
        case .textCP874: "text.cp874"
        case .textControl: "text.control"
        case .textFull: "text.full"
        case .nameSlots: "name.slots"
        case .nameUndivided: "name.undivided"
        case .addressSlots: "address.slots"
        case .addressOrder: "address.order"
        case .addressLabels: "address.labels"
        case .date(let oddity): oddity.code
        case .dataVersion: "dataVersion.unknown"
        case .checkDigit: "citizenID.checkDigit"
        case .category: "citizenID.category"
        case .photoLength: "photo.length"
        case .laserNumberFormat: "laserNumber.format"
        case .versionAssumed: "dataVersion.assumed"
        case .recordedInPart: "field.recordedInPart"
        case .failed: "field.failed"
        }
    }
}
