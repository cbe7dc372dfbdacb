internal import ThaiIDCard

/// Thailand's provinces, districts and subdistricts, those that are no more among them, by GeoThai.
///
/// Its data are under CC BY 4.0: whoever shows them names GeoThai.
package enum AreaCodes {
    /// The area of a code of two, four or six digits, even where it is no more.
    package static func area(_ code: String) -> Area? {
        let list = AreaList.whole
        return list.place(of: code).map { Area(list.rows[$0], in: list) }
    }

    /// The province of a code, the district and the subdistrict, as far as its digits go; none where it is no area's.
    package static func path(to code: String) -> [Area] {
        let areas = stride(from: 2, through: code.utf8.count, by: 2).map { area(String(code.prefix($0))) }
        return areas.last.flatMap { $0 }?.code == code ? areas.compactMap { $0 } : []
    }

    /// Areas of today whose Thai or English name begins so, with or without the word for the level.
    package static func areas(beginning text: String) -> [Area] {
        let list = AreaList.whole
        let small = text.lowercased()
        let readings = Area.Level.allCases.map { ($0, AreaName.readings(of: text, $0)) }
        let thai = Dictionary(uniqueKeysWithValues: readings)
        return list.rows.compactMap { row in
            guard !row.isAbolished else { return nil }
            if thai[row.level]?.contains(where: { $0.begins(row.name, in: list.bytes) }) ?? false {
                return Area(row, in: list)
            }
            guard text.utf8.first.map({ $0 < 0x80 }) ?? false else { return nil }
            let area = Area(row, in: list)
            return area.name.english.lowercased().hasPrefix(small) ? area : nil
        }
    }

    /// Every subdistrict that there is or was, in the order of codes.
    package static var subdistricts: [Area] {
        let list = AreaList.whole
        return list.rows.filter { $0.level == .subdistrict }.map { Area($0, in: list) }
    }
}
