package import CardRecord
package import Host
internal import ThaiIDCard

/// The log of sheets: a file to whose end one line of JSON is added for each, on the disk before the sheet
/// is anywhere, so that no sheet is without its line. Any number of desks may write into one file.
package struct AuditLog {
    private let file: AppendedFile
    /// Under which it names holders.
    private let key: LogKey

    package init(path: String, key: LogKey) { (file, self.key) = (AppendedFile(path: path), key) }

    /// Adds a line.
    package func append(_ line: String) throws(FileFailure) { try file.append(Array((line + "\n").utf8)) }

    /// Finds out early whether lines can be added.
    package func check() throws(FileFailure) { try file.check() }

    /// The keyed hash of the citizen ID in a record; `nil` where the record has none, or what masking
    /// leaves of it, which names nobody.
    package func holder(of record: JSONValue) -> String? {
        let citizenID = record[Field.citizenID]?.string
        return citizenID.flatMap { $0.count == 13 && !$0.contains("x") ? key.hash($0) : nil }
    }
}
