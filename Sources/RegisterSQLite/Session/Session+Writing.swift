internal import RegisterStore

extension Session: StoreWriting {
    func setSetting(_ key: String, to value: [UInt8]) throws(StoreError) {
        try run(Tables.setting.put, Tables.setting.cells((key: key, value: value)))
    }

    func insert(_ row: PersonRow) throws(StoreError) { try insert(row, Tables.person) }
    func update(_ row: PersonRow) throws(StoreError) { try update(row, Tables.person) }
    func insert(_ row: ObservationRow) throws(StoreError) -> Bool { try insertIfNew(row, Tables.observation) }
    func insert(_ row: VisitRow) throws(StoreError) -> Bool { try insertIfNew(row, Tables.visit) }
    func insert(_ row: PhotoRow) throws(StoreError) -> Bool { try insertIfNew(row, Tables.photo) }
    func insert(_ row: CorrectionRow) throws(StoreError) { try insert(row, Tables.correction) }
    func update(_ row: CorrectionRow) throws(StoreError) { try update(row, Tables.correction) }
    func insert(_ row: LinkRow) throws(StoreError) { try insert(row, Tables.link) }
    func update(_ row: LinkRow) throws(StoreError) { try update(row, Tables.link) }
    func insert(_ row: DecisionRow) throws(StoreError) { try insert(row, Tables.decision) }

    func put(_ row: PurposeRow) throws(StoreError) -> Int {
        try number(Tables.purpose.put + " RETURNING id", Tables.purpose.cells(row))
    }

    func put(_ row: OfficerRow) throws(StoreError) -> Int {
        try number(Tables.officer.put + " RETURNING id", Tables.officer.cells(row))
    }

    func desk(named name: String) throws(StoreError) -> Int {
        if let desk = try first(Tables.desk, "WHERE name = ?", name) { return desk.id }
        return try number(Tables.desk.insert + " RETURNING id", [name])
    }

    func insert(_ row: ApprovalRow) throws(StoreError) -> Int {
        try number(Tables.approval.insert + " RETURNING number", Tables.approval.cells(row))
    }

    func update(_ row: ApprovalRow) throws(StoreError) {
        try changeOne(Tables.approval.update, Tables.approval.cells(row) + [row.number], Tables.approval.name)
    }

    func countUp(officer: Int, day: Int) throws(StoreError) -> Int {
        try number(
            """
            INSERT INTO quota (officer, day, count) VALUES (?, ?, 1)
            ON CONFLICT (officer, day) DO UPDATE SET count = count + 1 RETURNING count
            """, [officer, day])
    }

    func append(_ row: LogRow) throws(StoreError) { try insert(row, Tables.log) }
    func insert(_ row: CheckpointRow) throws(StoreError) { try insert(row, Tables.checkpoint) }

    func markSent(n: Int, to place: String) throws(StoreError) {
        try changeOne("UPDATE checkpoint SET sent = ? WHERE n = ?", [place, n], Tables.checkpoint.name)
    }

    func put(_ row: PersonKeyRow) throws(StoreError) {
        try runOnKeys(Tables.personKey.put, Tables.personKey.cells(row))
    }

    func deletePersonKey(_ person: RowID) throws(StoreError) {
        try runOnKeys("DELETE FROM person_key WHERE person = ?", [person])
    }

    func put(_ row: BlockRow) throws(StoreError) { try runOnKeys(Tables.block.put, Tables.block.cells(row)) }

    func insert(_ row: ErasureRow) throws(StoreError) {
        try runOnKeys(Tables.erasure.insertIfNew, Tables.erasure.cells(row))
    }

    func put(_ row: SecretRow) throws(StoreError) { try runOnKeys(Tables.secret.put, Tables.secret.cells(row)) }

    func deleteSecret(_ name: String) throws(StoreError) {
        try runOnKeys("DELETE FROM secret WHERE name = ?", [name])
    }

    func deleteContents(of person: RowID) throws(StoreError) {
        try run("UPDATE visit SET person = NULL, observation = NULL WHERE person = ?", [person])
        for table in [Tables.decision.name, Tables.correction.name, Tables.observation.name, Tables.photo.name] {
            try run("DELETE FROM \(table) WHERE person = ?", [person])
        }
    }

    private func insert<Row>(_ row: Row, _ table: Table<Row>) throws(StoreError) {
        try run(table.insert, table.cells(row))
    }

    private func insertIfNew<Row>(_ row: Row, _ table: Table<Row>) throws(StoreError) -> Bool {
        try run(table.insertIfNew, table.cells(row)) > 0
    }

    private func update<Row>(_ row: Row, _ table: Table<Row>) throws(StoreError) {
        try changeOne(table.update, table.cells(row), table.name)
    }

    private func changeOne(_ sql: String, _ cells: [(any Cell)?], _ table: String) throws(StoreError) {
        guard try run(sql, cells) > 0 else { throw .missing(table) }
    }

    /// What a statement gives back that always gives something.
    private func number(_ sql: String, _ cells: [(any Cell)?]) throws(StoreError) -> Int {
        guard let number = try numberIfAny(sql, cells) else { throw .failed(sql) }
        return number
    }
}
