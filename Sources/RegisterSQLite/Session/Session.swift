internal import GRDB
internal import RegisterStore

/// A connection in the middle of a transaction.
final class Session {
    private let database: Database
    /// Whether the file of the keys was written to, which must then keep step with the other (`Turn`).
    private(set) var changesKeys = false

    /// `nil` where there is one file alone.
    private let turn: Turn?

    init(_ database: Database) throws(StoreError) {
        self.database = database
        turn = try Turn(database)
    }

    init(ofOneFile database: Database) { (self.database, turn) = (database, nil) }

    func isUneven() -> Bool { turn?.isCut ?? false }

    /// Has both files keep step.
    func keepStep() throws(StoreError) {
        if let turn, changesKeys || turn.isCut { try turn.advance(self) }
    }

    func all<Row>(_ table: Table<Row>, _ rest: String = "", _ cells: (any Cell)?...) throws(StoreError) -> [Row] {
        try StoreError.mapping {
            var rows: [Row] = []
            try each(table.select + rest, cells) { columns in rows.append(try table.read(&columns)) }
            return rows
        }
    }

    func first<Row>(_ table: Table<Row>, _ rest: String, _ cells: (any Cell)?...) throws(StoreError) -> Row? {
        let sql = table.select + rest
        return try StoreError.mapping {
            try fetch(sql, cells).map { row in
                var columns = Columns(row, of: sql)
                return try table.read(&columns)
            }
        }
    }

    func number(_ sql: String, _ cells: (any Cell)?...) throws(StoreError) -> Int? { try numberIfAny(sql, cells) }

    func numberIfAny(_ sql: String, _ cells: [(any Cell)?]) throws(StoreError) -> Int? {
        try StoreError.mapping {
            guard let row = try fetch(sql, cells) else { return nil }
            var columns = Columns(row, of: sql)
            return try columns.intIfAny()
        }
    }

    /// Hands over row after row; what the body throws ends it.
    func each(_ sql: String, _ cells: [(any Cell)?], _ body: (inout Columns) throws -> Void) throws {
        let cursor = try GRDB.Row.fetchCursor(
            database.cachedStatement(sql: sql), arguments: StatementArguments(cells))
        while let row = try cursor.next() {
            var columns = Columns(row, of: sql)
            try body(&columns)
        }
    }

    private func fetch(_ sql: String, _ cells: [(any Cell)?]) throws -> GRDB.Row? {
        try GRDB.Row.fetchOne(database.cachedStatement(sql: sql), arguments: StatementArguments(cells))
    }

    /// How many rows it changed.
    @discardableResult
    func run(_ sql: String, _ cells: [(any Cell)?]) throws(StoreError) -> Int {
        try StoreError.mapping {
            try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(cells))
            return database.changesCount
        }
    }

    /// The same in the file of the keys.
    @discardableResult
    func runOnKeys(_ sql: String, _ cells: [(any Cell)?]) throws(StoreError) -> Int {
        changesKeys = true
        return try run(sql, cells)
    }
}
