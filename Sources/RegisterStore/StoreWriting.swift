/// What can be changed in a store. Nothing here updates an observation, a log entry or a checkpoint's note.
///
/// `insert` throws `.exists` for a row that is there, unless it says so with `false`; `update` throws `.missing` for one that is
/// not; `put` does either.
package protocol StoreWriting: StoreReading {
    func setSetting(_ key: String, to value: [UInt8]) throws(StoreError)

    func insert(_ row: PersonRow) throws(StoreError)
    func update(_ row: PersonRow) throws(StoreError)
    @discardableResult func insert(_ row: ObservationRow) throws(StoreError) -> Bool
    @discardableResult func insert(_ row: VisitRow) throws(StoreError) -> Bool
    @discardableResult func insert(_ row: PhotoRow) throws(StoreError) -> Bool
    func insert(_ row: CorrectionRow) throws(StoreError)
    func update(_ row: CorrectionRow) throws(StoreError)
    func insert(_ row: LinkRow) throws(StoreError)
    func update(_ row: LinkRow) throws(StoreError)
    func insert(_ row: DecisionRow) throws(StoreError)

    /// By code; gives the store's number.
    @discardableResult func put(_ row: PurposeRow) throws(StoreError) -> Int
    /// By account; gives the store's number.
    @discardableResult func put(_ row: OfficerRow) throws(StoreError) -> Int
    /// The number of the desk of that name, which there is from now on.
    func desk(named name: String) throws(StoreError) -> Int
    /// Gives the store's number.
    func insert(_ row: ApprovalRow) throws(StoreError) -> Int
    func update(_ row: ApprovalRow) throws(StoreError)
    /// How often, with this time.
    @discardableResult func countUp(officer: Int, day: Int) throws(StoreError) -> Int

    func append(_ row: LogRow) throws(StoreError)
    func insert(_ row: CheckpointRow) throws(StoreError)
    func markSent(n: Int, to place: String) throws(StoreError)

    func put(_ row: PersonKeyRow) throws(StoreError)
    func deletePersonKey(_ person: RowID) throws(StoreError)
    func put(_ row: BlockRow) throws(StoreError)
    /// Nothing is said of one that is there.
    func insert(_ row: ErasureRow) throws(StoreError)
    func put(_ row: SecretRow) throws(StoreError)
    func deleteSecret(_ name: String) throws(StoreError)

    /// Takes away observations, photos, corrections and decisions; visits stay, of nobody. Person, links and keys are left alone.
    func deleteContents(of person: RowID) throws(StoreError)
}
