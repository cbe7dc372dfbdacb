package import ThaiIDCard

extension AreaCodes {
    /// Looks up the subdistrict, district and province of an address together, as a card words them.
    ///
    /// - Parameter day: the day of which the address is, which is the card's issue; where it is `nil`, an area that is no
    ///   more counts as one that was still there. On which day an area began is not in the list: it was always there.
    package static func match(_ address: Address, on day: CalendarDay?) -> AreaMatch {
        guard let province = address[.province], let district = address[.district],
            let subdistrict = address[.subdistrict]
        else { return .incomplete }
        return match(province: province, district: district, subdistrict: subdistrict, on: day)
    }

    /// Looks up three names together, with or without the word for their levels.
    package static func match(
        province: String, district: String, subdistrict: String, on day: CalendarDay?
    ) -> AreaMatch {
        let list = AreaList.whole
        let provinces = AreaName.readings(of: Address.isCapital(province) ? capital : province, .province)
        let districts = AreaName.readings(of: district, .district)
        let subdistricts = AreaName.readings(of: subdistrict, .subdistrict)
        guard !provinces.isEmpty, !districts.isEmpty, !subdistricts.isEmpty else { return .incomplete }
        guard let province = list.places(named: provinces, in: nil).first else { return .unknown(.province) }
        guard let district = list.places(named: districts, in: province).first ?? list.town(districts, in: province)
        else {
            guard list.hasDistrict(districts) else { return .unknown(.district) }
            return list.hasSubdistrict(subdistricts) ? .mismatch(.district) : .unknown(.subdistrict)
        }
        let found = list.places(named: subdistricts, in: district)
        if let current = found.first(where: { !list.rows[$0].isAbolished }) {
            return .current(Area(list.rows[current], in: list))
        }
        let former = found.map { Area(list.rows[$0], in: list) }.compactMap { area in area.ended.map { (area, $0) } }
        guard let (last, end) = former.max(by: { $0.1 < $1.1 }) else {
            return list.hasSubdistrict(subdistricts) ? .mismatch(.subdistrict) : .unknown(.subdistrict)
        }
        return day.map { $0 < end } ?? true ? .abolished(last) : .ended(last)
    }

    /// The name under which the list has Bangkok.
    private static let capital = "กรุงเทพมหานคร"
}

extension AreaList {
    /// The rows within another that have one of these names.
    fileprivate func places(named names: [AreaName], in parent: Int?) -> [Int] {
        places(in: parent).filter { place in names.contains { $0.isName(rows[place].name, in: bytes) } }
    }

    /// The district of a province's town, where it is named by nothing but the word for a town.
    fileprivate func town(_ names: [AreaName], in province: Int) -> Int? {
        guard names.contains(Self.town) else { return nil }
        return places(in: province).first {
            rows[$0].code % 100 == 1 && Self.town.begins(rows[$0].name, in: bytes)
        }
    }

    private static let town = AreaName("เมือง")

    /// Whether any district, of today or not, has one of these names.
    fileprivate func hasDistrict(_ names: [AreaName]) -> Bool {
        names.contains { Self.known.districts.contains($0) } || names.contains(Self.town)
    }

    /// Whether any subdistrict, of today or not, has one of these names.
    fileprivate func hasSubdistrict(_ names: [AreaName]) -> Bool {
        names.contains { Self.known.subdistricts.contains($0) }
    }

    private static let known: (districts: Set<AreaName>, subdistricts: Set<AreaName>) = {
        func names(_ level: Area.Level) -> Set<AreaName> {
            let rows = whole.rows.filter { $0.level == level }
            return Set(rows.map { AreaName(String(decoding: whole.bytes[$0.name], as: UTF8.self)) })
        }
        return (names(.district), names(.subdistrict))
    }()
}
