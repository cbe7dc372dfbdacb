/// How the parts of an address were told apart.
package enum AddressDivision: Hashable, Sendable {
    /// By their places: eight parts, and no label that contradicts one.
    case places
    /// By their labels, which give one reading.
    case labels
    /// By their places, though labels contradict them, or by as many labels as there are: parts may
    /// stand in wrong slots.
    case doubtful
}

/// The eight slots of an address, and how its parts came into them.
struct AddressReading: Hashable, Sendable {
    /// What stands in each slot, in the order of `Address.Slot`; empty where nothing does.
    private(set) var slots: [String]
    private(set) var division: AddressDivision

    /// Reads the parts of a card.
    ///
    /// Eight parts stand in their places. Where labels contradict that, they win if each part but
    /// the house number has one and no two are of a kind. Any other number of parts, or an address
    /// that stands in one part, is told apart by labels alone; what comes before the first of them is
    /// the house number.
    init(_ parts: [String]) { self = Self.read(parts) }

    private init(slots: [String], division: AddressDivision) {
        (self.slots, self.division) = (slots, division)
    }

    private static func read(_ parts: [String]) -> AddressReading {
        let filled = parts.filter { !$0.isEmpty }
        guard parts.count == Address.Slot.allCases.count else { return byLabels(filled) }
        if filled.count == 1, case let labelled = byLabels(filled), labelled.division == .labels,
            labelled.slots.count(where: { !$0.isEmpty }) > 1
        {
            return labelled
        }
        guard isContradicted(parts) else { return AddressReading(slots: parts, division: .places) }
        return byLabels(houseNumber: parts[0], others: Array(parts.dropFirst()))
            ?? AddressReading(slots: parts, division: .doubtful)
    }

    /// Reads parts by their labels, those of one string too.
    private static func byLabels(_ parts: [String]) -> AddressReading {
        let pieces = parts.flatMap(AddressLabel.pieces)
        let labels = pieces.map(AddressLabel.slot)
        var reading = empty
        for (piece, label) in zip(pieces, labels) where !isLeftOut(piece) {
            let place = (label ?? .houseNumber).place
            if reading.slots[place].isEmpty { reading.slots[place] = piece } else { reading.division = .doubtful }
        }
        guard labels.contains(where: { $0 != nil }) else {
            reading.slots[0] = parts.first ?? ""
            reading.division = .doubtful
            return reading
        }
        return reading
    }

    /// Reads eight parts by their labels; `nil` where these do not give one reading.
    private static func byLabels(houseNumber: String, others: [String]) -> AddressReading? {
        var reading = empty
        var labelled = others
        if AddressLabel.slot(of: houseNumber) == nil {
            reading.slots[0] = houseNumber
        } else {
            labelled.append(houseNumber)
        }
        for part in labelled where !isLeftOut(part) {
            guard let place = AddressLabel.slot(of: part)?.place, reading.slots[place].isEmpty else { return nil }
            reading.slots[place] = part
        }
        return reading
    }

    private static let empty = AddressReading(
        slots: Address.Slot.allCases.map { _ in "" }, division: .labels)

    private static func isContradicted(_ parts: [String]) -> Bool {
        zip(Address.Slot.allCases, parts).contains { slot, part in
            !AddressLabel.isUsual(part, in: slot) && AddressLabel.slot(of: part).map { $0 != slot } ?? false
        }
    }

    /// Offices write a dash for a part that there is none of.
    private static func isLeftOut(_ part: String) -> Bool { part.isEmpty || part == "-" }
}

extension Address.Slot {
    /// Where it stands among eight parts.
    var place: Int {
        switch self {
        case .houseNumber: 0
        case .moo: 1
        case .trok: 2
        case .soi: 3
        case .road: 4
        case .subdistrict: 5
        case .district: 6
        case .province: 7
        }
    }
}
