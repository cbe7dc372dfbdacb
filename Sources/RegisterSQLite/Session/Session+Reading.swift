internal import RegisterStore

extension Session: StoreReading {
    func setting(_ key: String) throws(StoreError) -> [UInt8]? {
        try first(Tables.setting, "WHERE key = ?", key)?.value
    }

    func person(_ id: RowID) throws(StoreError) -> PersonRow? { try first(Tables.person, "WHERE id = ?", id) }

    func person(citizenKeys: [RowID]) throws(StoreError) -> PersonRow? {
        for key in citizenKeys {
            if let row = try first(Tables.person, "WHERE citizen_key = ?", key) { return row }
        }
        return nil
    }

    func persons(after: RowID?, limit: Int) throws(StoreError) -> [PersonRow] {
        try all(Tables.person, "WHERE id > coalesce(?, x'') ORDER BY id LIMIT ?", after, limit)
    }

    func persons(generationBelow: Int, after: RowID?, limit: Int) throws(StoreError) -> [PersonRow] {
        try all(
            Tables.person,
            "WHERE id > coalesce(?, x'') AND generation < ? AND citizen_key IS NOT NULL ORDER BY id LIMIT ?", after,
            generationBelow, limit)
    }

    func personCount() throws(StoreError) -> Int { try number("SELECT count(*) FROM person WHERE state <> 2") ?? 0 }

    func observation(_ id: RowID) throws(StoreError) -> ObservationRow? {
        try first(Tables.observation, "WHERE id = ?", id)
    }

    func observations(of person: RowID) throws(StoreError) -> [ObservationRow] {
        try all(Tables.observation, "WHERE person = ? ORDER BY received, id", person)
    }

    func newestObservation(of person: RowID, kind: Int, fieldsKey: Int64) throws(StoreError) -> ObservationRow? {
        try first(
            Tables.observation,
            "WHERE person = ? AND kind = ? AND fields_key = ? ORDER BY received DESC, id DESC LIMIT 1", person, kind,
            fieldsKey)
    }

    func visit(_ id: RowID) throws(StoreError) -> VisitRow? { try first(Tables.visit, "WHERE id = ?", id) }

    func visits(of person: RowID, limit: Int) throws(StoreError) -> [VisitRow] {
        try all(Tables.visit, "WHERE person = ? ORDER BY at DESC, id DESC LIMIT ?", person, limit)
    }

    func visitCount() throws(StoreError) -> Int { try number("SELECT count(*) FROM visit") ?? 0 }

    func lastVisits(of person: RowID) throws(StoreError) -> [(purpose: Int, at: Int64)] {
        var last: [(purpose: Int, at: Int64)] = []
        try StoreError.mapping {
            let sql = "SELECT purpose, max(at) FROM visit WHERE person = ? GROUP BY purpose ORDER BY purpose"
            try each(sql, [person]) { columns in last.append((purpose: try columns.int(), at: try columns.number())) }
        }
        return last
    }

    func photo(_ id: RowID) throws(StoreError) -> PhotoRow? { try first(Tables.photo, "WHERE id = ?", id) }

    func photos(of person: RowID) throws(StoreError) -> [PhotoRow] {
        try all(Tables.photo, "WHERE person = ? ORDER BY rowid", person)
    }

    func corrections(of person: RowID) throws(StoreError) -> [CorrectionRow] {
        try all(Tables.correction, "WHERE person = ? ORDER BY at, id", person)
    }

    func decisions(of person: RowID) throws(StoreError) -> [DecisionRow] {
        try all(Tables.decision, "WHERE person = ? ORDER BY at, observation", person)
    }

    func links(from person: RowID) throws(StoreError) -> [LinkRow] {
        try all(Tables.link, "WHERE person = ? ORDER BY at", person)
    }

    func links(to person: RowID) throws(StoreError) -> [LinkRow] {
        try all(Tables.link, "WHERE replaced_by = ? ORDER BY at, person", person)
    }
}
