/// What can be asked of a store. Rows come oldest first, but visits; a limit takes the first of them.
package protocol StoreReading {
    /// Whether a crash came when the keys were on the disk and the people were not yet, and nobody has written since.
    func isUneven() throws(StoreError) -> Bool
    /// What the store notes of itself: its id, when it was made, its mode.
    func setting(_ key: String) throws(StoreError) -> [UInt8]?

    func person(_ id: RowID) throws(StoreError) -> PersonRow?
    /// By the first of the keys, newest generation first, that somebody has.
    func person(citizenKeys: [RowID]) throws(StoreError) -> PersonRow?
    /// By id, from the one after.
    func persons(after: RowID?, limit: Int) throws(StoreError) -> [PersonRow]
    /// Those with a citizen key of an older generation, by id, from the one after.
    func persons(generationBelow: Int, after: RowID?, limit: Int) throws(StoreError) -> [PersonRow]
    /// How many there are who were not erased.
    func personCount() throws(StoreError) -> Int

    func observation(_ id: RowID) throws(StoreError) -> ObservationRow?
    func observations(of person: RowID) throws(StoreError) -> [ObservationRow]
    /// The one received last.
    func newestObservation(of person: RowID, kind: Int, fieldsKey: Int64) throws(StoreError) -> ObservationRow?

    func visit(_ id: RowID) throws(StoreError) -> VisitRow?
    /// Newest first.
    func visits(of person: RowID, limit: Int) throws(StoreError) -> [VisitRow]
    func visitCount() throws(StoreError) -> Int
    /// The newest visit of each purpose, by purpose.
    func lastVisits(of person: RowID) throws(StoreError) -> [(purpose: Int, at: Int64)]

    func photo(_ id: RowID) throws(StoreError) -> PhotoRow?
    func photos(of person: RowID) throws(StoreError) -> [PhotoRow]

    func corrections(of person: RowID) throws(StoreError) -> [CorrectionRow]
    func decisions(of person: RowID) throws(StoreError) -> [DecisionRow]
    func links(from person: RowID) throws(StoreError) -> [LinkRow]
    func links(to person: RowID) throws(StoreError) -> [LinkRow]

    func purposes() throws(StoreError) -> [PurposeRow]
    func officers() throws(StoreError) -> [OfficerRow]
    func desks() throws(StoreError) -> [DeskRow]
    func approval(_ number: Int) throws(StoreError) -> ApprovalRow?
    /// Those neither used nor expired.
    func openApprovals(at: Int64) throws(StoreError) -> [ApprovalRow]
    /// How often an officer was counted on a day.
    func quota(officer: Int, day: Int) throws(StoreError) -> Int

    func lastLog(writer: Int) throws(StoreError) -> LogRow?
    /// From that number on, itself included.
    func log(writer: Int, from n: Int, limit: Int) throws(StoreError) -> [LogRow]
    func writers() throws(StoreError) -> [Int]
    func checkpoints() throws(StoreError) -> [CheckpointRow]
    func lastCheckpoint() throws(StoreError) -> CheckpointRow?

    func personKey(_ person: RowID) throws(StoreError) -> PersonKeyRow?
    /// By person, from the one after.
    func personKeys(generationBelow: Int, after: RowID?, limit: Int) throws(StoreError) -> [PersonKeyRow]
    func block(_ id: Int) throws(StoreError) -> BlockRow?
    /// By id, from the one after.
    func blocks(generationBelow: Int, after: Int?, limit: Int) throws(StoreError) -> [BlockRow]
    /// Hands over one after the other, by id, and holds one at a time.
    func forEachBlock(_ body: (BlockRow) throws -> Void) throws
    func lastBlock() throws(StoreError) -> Int?
    func erasures() throws(StoreError) -> [ErasureRow]
    func lastErasure(of subject: RowID) throws(StoreError) -> ErasureRow?
    func secrets() throws(StoreError) -> [SecretRow]
}
