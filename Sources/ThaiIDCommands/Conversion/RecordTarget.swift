import CardRecord
import ThaiIDCard

/// Where converted records go.
protocol RecordTarget {
    /// Takes the next record.
    ///
    /// - Returns: what the format says otherwise than the record.
    mutating func put(_ record: JSONRecord) throws(ToolError) -> [Bilingual]
    /// Hands over what is held, before something is waited for.
    mutating func flush() throws(ToolError)
    /// Ends: what was written stays.
    mutating func finish() throws(ToolError)
}
