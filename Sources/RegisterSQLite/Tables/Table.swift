internal import RegisterStore

/// A kind of row and its table: names of columns, and both ways between them and the row.
struct Table<Row>: Sendable {
    let name: String
    let read: @Sendable (inout Columns) throws(StoreError) -> Row
    let cells: @Sendable (Row) -> [(any Cell)?]

    /// All columns of a row; what comes behind is the caller's.
    let select: String
    let insert: String
    /// Does nothing where the key is there.
    let insertIfNew: String
    /// Overwrites what is there under the key.
    let put: String
    /// Takes the cells, and behind them the number where the store gave it.
    let update: String

    /// - Parameters:
    ///   - columns: in the order in which `read` takes and `cells` gives them.
    ///   - key: the columns by which a row is found again.
    ///   - numbered: the last column, where the store gives it: `cells` leaves it out.
    init(
        _ name: String, _ columns: [String], key: [String],
        read: @escaping @Sendable (inout Columns) throws(StoreError) -> Row,
        cells: @escaping @Sendable (Row) -> [(any Cell)?], numbered: String? = nil
    ) {
        self.name = name
        self.read = read
        self.cells = cells
        let written = columns.filter { $0 != numbered }
        let all = written.map(Self.quoted).joined(separator: ", ")
        let keys = key.map(Self.quoted).joined(separator: ", ")
        let marks = written.map { _ in "?" }.joined(separator: ", ")
        let rest = written.filter { !key.contains($0) }.map(Self.quoted)
        select = "SELECT \(columns.map(Self.quoted).joined(separator: ", ")) FROM \(name) "
        insert = "INSERT INTO \(name) (\(all)) VALUES (\(marks))"
        insertIfNew = insert + " ON CONFLICT (\(keys)) DO NOTHING"
        put =
            insert + " ON CONFLICT (\(keys)) DO UPDATE SET "
            + rest.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        let placed = (written + (numbered.map { [$0] } ?? [])).enumerated().map {
            ($1, "\(Self.quoted($1)) = ?\($0 + 1)")
        }
        update =
            "UPDATE \(name) SET "
            + placed.filter { !key.contains($0.0) && $0.0 != numbered }.map(\.1).joined(separator: ", ")
            + " WHERE " + placed.filter { key.contains($0.0) }.map(\.1).joined(separator: " AND ")
    }

    /// Some columns' names are words of SQL.
    private static func quoted(_ column: String) -> String { "\"\(column)\"" }
}
