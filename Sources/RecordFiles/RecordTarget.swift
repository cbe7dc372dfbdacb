package import CardRecord
package import ThaiIDCard

/// Where converted records go.
package protocol RecordTarget {
    /// Takes the next record.
    ///
    /// - Returns: what the format says otherwise than the record.
    mutating func put(_ record: JSONRecord) throws(RecordFilesError) -> [Bilingual]
    /// Hands over what is held, before something is waited for.
    mutating func flush() throws(RecordFilesError)
    /// Ends: what was written stays.
    mutating func finish() throws(RecordFilesError)
}
