internal import ThaiIDCard

/// Where an invented person is at home, and which office issued the card.
struct InventedPlace {
    private let slots: [Address.Slot: String]
    private let office: String

    /// Draws a place: in the capital, in a town or in a village.
    init(_ lots: inout SplitMix64) {
        let kind = lots.weighted([(15, Kind.capital), (30, .town), (55, .village)])
        let isCapital = kind == .capital
        let province = lots.element(of: PlaceWords.provinces)
        var slots: [Address.Slot: String] = [:]
        let number = String(lots.number(in: 1...999))
        slots[.houseNumber] = lots.happens(500) ? number + "/\(lots.number(in: 1...99))" : number
        if lots.happens(kind == .village ? 1000 : 150) { slots[.moo] = "หมู่ที่ \(lots.number(in: 1...19))" }
        let lane = PlaceWords.name(&lots)
        if lots.happens(kind == .village ? 100 : 500) {
            slots[.soi] = lots.happens(700) ? "ซอย\(lane) \(lots.number(in: 1...99))" : "ซอย\(lane)"
        } else if lots.happens(kind == .village ? 20 : 100) {
            slots[.trok] = "ตรอก\(lane)"
        }
        if lots.happens(kind == .village ? 80 : 700) { slots[.road] = "ถนน" + PlaceWords.name(&lots) }
        slots[.subdistrict] = (isCapital ? "แขวง" : "ตำบล") + PlaceWords.name(&lots)
        let district = PlaceWords.name(&lots)
        slots[.district] = isCapital ? "เขต\(district)" : lots.happens(200) ? "อำเภอเมือง\(district)" : "อำเภอ\(district)"
        slots[.province] = isCapital ? PlaceWords.bangkok : "จังหวัด\(province)"
        self.slots = slots
        let place = (slots[.province] ?? "", slots[.district] ?? "")
        switch lots.below(10) {
        case 0...5: office = place.1 + "/" + place.0
        case 6...7 where !isCapital: office = "ท้องถิ่นเทศบาลเมือง\(PlaceWords.name(&lots))/\(place.0)"
        default: office = "ท้องถิ่น" + (isCapital ? "เขต" : "เทศบาลตำบล") + PlaceWords.name(&lots) + "/" + place.0
        }
    }

    private enum Kind { case capital, town, village }

    /// The address as a card states it.
    func address(_ oddities: Set<Oddity>, _ lots: inout SplitMix64) -> Address {
        var slots = slots
        if oddities.contains(.fullWidthAddress) {
            let parts = Address(slots).parts
            let road = slots[.road] ?? "ถนน"
            let missing = 160 - Filler.count(of: parts) - (slots[.road] == nil ? road.unicodeScalars.count : 0)
            slots[.road] = road + Filler.text(&lots, PlaceWords.invented, count: missing)
        }
        let whole = Address(slots)
        func without(_ dropped: Set<Address.Slot>) -> Address {
            Address(parts: Address.Slot.allCases.filter { !dropped.contains($0) }.map { slots[$0] ?? "" })
        }
        if oddities.contains(.fivePartAddress) { return without([.trok, .soi, .road]) }
        if oddities.contains(.sevenPartAddress) { return without([.trok]) }
        if oddities.contains(.ninePartAddress) {
            return Address(parts: [whole.parts[0], "อาคาร" + PlaceWords.name(&lots)] + whole.parts[1...])
        }
        return oddities.contains(.unseparatedAddress) ? Address(parts: [whole.full]) : whole
    }

    /// The issuing office as a card states it.
    func issuer(_ oddities: Set<Oddity>, _ lots: inout SplitMix64) -> String {
        let text = oddities.contains(.codePage874) ? "“\(office)”" : office
        guard oddities.contains(.fullWidthNames) else { return text }
        return text + Filler.text(&lots, PlaceWords.invented, count: 100 - Filler.count(of: [text]))
    }
}
