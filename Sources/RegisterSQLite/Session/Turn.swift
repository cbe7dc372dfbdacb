internal import GRDB
internal import RegisterStore

/// The number of the last transaction that changed the keys, noted in both files.
///
/// SQLite commits the two one after the other, keys first. So whoever finds the numbers apart has come between the two, or a
/// crash has.
struct Turn: Equatable {
    let keys: Int
    let people: Int

    init(_ database: Database) throws(StoreError) {
        (keys, people) = try StoreError.mapping {
            // The people first: a snapshot of each is taken here, and what is newer of the two must be the keys.
            let people = try Int.fetchOne(database.cachedStatement(sql: "SELECT n FROM people.turn"))
            let keys = try Int.fetchOne(database.cachedStatement(sql: "SELECT n FROM main.turn"))
            guard let keys, let people else { throw StoreError.damaged("turn") }
            return (keys, people)
        }
    }

    /// Whether the keys have come further: a transaction is between its two commits, or was cut off there, or the people are
    /// a copy from before. Keys from before are no such thing, and nothing is ever done to hide them.
    var isCut: Bool { keys > people }

    /// Notes the next number in both.
    func advance(_ session: Session) throws(StoreError) {
        let next = max(keys, people) + 1
        try session.run("UPDATE main.turn SET n = ?", [next])
        try session.run("UPDATE people.turn SET n = ?", [next])
    }
}
