internal import RegisterStore

/// What the office, the log and the keys are asked for.
extension Session {
    func purposes() throws(StoreError) -> [PurposeRow] { try all(Tables.purpose, "ORDER BY id") }
    func officers() throws(StoreError) -> [OfficerRow] { try all(Tables.officer, "ORDER BY id") }
    func desks() throws(StoreError) -> [DeskRow] { try all(Tables.desk, "ORDER BY id") }

    func approval(_ number: Int) throws(StoreError) -> ApprovalRow? {
        try first(Tables.approval, "WHERE number = ?", number)
    }

    func openApprovals(at: Int64) throws(StoreError) -> [ApprovalRow] {
        try all(Tables.approval, "WHERE used IS NULL AND expires > ? ORDER BY number", at)
    }

    func quota(officer: Int, day: Int) throws(StoreError) -> Int {
        try number("SELECT count FROM quota WHERE officer = ? AND day = ?", officer, day) ?? 0
    }

    func lastLog(writer: Int) throws(StoreError) -> LogRow? {
        try first(Tables.log, "WHERE writer = ? ORDER BY n DESC LIMIT 1", writer)
    }

    func log(writer: Int, from n: Int, limit: Int) throws(StoreError) -> [LogRow] {
        try all(Tables.log, "WHERE writer = ? AND n >= ? ORDER BY n LIMIT ?", writer, n, limit)
    }

    func writers() throws(StoreError) -> [Int] {
        // One step a writer, however long its chain.
        var writers: [Int] = []
        while let next = try number("SELECT min(writer) FROM log WHERE writer > ?", writers.last ?? Int.min) {
            writers.append(next)
        }
        return writers
    }

    func checkpoints() throws(StoreError) -> [CheckpointRow] { try all(Tables.checkpoint, "ORDER BY n") }

    func lastCheckpoint() throws(StoreError) -> CheckpointRow? {
        try first(Tables.checkpoint, "ORDER BY n DESC LIMIT 1")
    }

    func personKey(_ person: RowID) throws(StoreError) -> PersonKeyRow? {
        try first(Tables.personKey, "WHERE person = ?", person)
    }

    func personKeys(generationBelow: Int, after: RowID?, limit: Int) throws(StoreError) -> [PersonKeyRow] {
        try all(
            Tables.personKey, "WHERE person > coalesce(?, x'') AND generation < ? ORDER BY person LIMIT ?", after,
            generationBelow, limit)
    }

    func block(_ id: Int) throws(StoreError) -> BlockRow? { try first(Tables.block, "WHERE id = ?", id) }

    func blocks(generationBelow: Int, after: Int?, limit: Int) throws(StoreError) -> [BlockRow] {
        try all(
            Tables.block, "WHERE id > ? AND generation < ? ORDER BY id LIMIT ?", after ?? Int.min, generationBelow,
            limit)
    }

    func forEachBlock(_ body: (BlockRow) throws -> Void) throws {
        try each(Tables.block.select + "ORDER BY id", []) { columns in try body(try Tables.block.read(&columns)) }
    }

    func lastBlock() throws(StoreError) -> Int? { try number("SELECT max(id) FROM block") }
    func erasures() throws(StoreError) -> [ErasureRow] { try all(Tables.erasure, "ORDER BY at, subject") }

    func lastErasure(of subject: RowID) throws(StoreError) -> ErasureRow? {
        try first(Tables.erasure, "WHERE subject = ? ORDER BY at DESC LIMIT 1", subject)
    }
    func secrets() throws(StoreError) -> [SecretRow] { try all(Tables.secret, "ORDER BY name") }
}
