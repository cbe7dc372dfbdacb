package import ThaiIDCard

/// What the list says of a subdistrict, district and province that stand together in an address.
package enum AreaMatch: Hashable, Sendable {
    /// There is such a subdistrict.
    case current(Area)
    /// There was one on the day, and there is none any more.
    case abolished(Area)
    /// There was one, and on the day there was none any more.
    case ended(Area)
    /// All three names are in the list, and not together: the first that does not belong to those above it.
    case mismatch(Address.Slot)
    /// The first name, from the province down, that is nowhere in the list.
    case unknown(Address.Slot)
    /// The address lacks one of them.
    case incomplete

    /// The subdistrict that is meant, where there is or was one.
    package var area: Area? {
        switch self {
        case .current(let area), .abolished(let area), .ended(let area): area
        case .mismatch, .unknown, .incomplete: nil
        }
    }

    /// Six digits, where there is or was such a subdistrict.
    package var code: String? { area?.code }
}
