package import RegisterStore

/// The key of all that is kept of one person: without it nobody reads any of that again.
package struct PersonKey: Sendable {
    let key: BoxKey

    /// A box for a row, padded so that its length says little.
    ///
    /// - Parameter packing: whether it is text that becomes smaller, such as a record.
    package func seal(_ bytes: [UInt8], table: String, row: RowID, packing: Bool) -> [UInt8] {
        key.seal(bytes, packing ? .packed : .padded, table: table, row: row.bytes)
    }

    /// What was sealed for this row of this table.
    package func open(_ box: [UInt8], table: String, row: RowID) throws(SealError) -> [UInt8] {
        try key.open(box, table: table, row: row.bytes)
    }
}
