import CardFormats
import CardRecord
import ThaiIDCard

/// A log and the key under which it names holders.
struct SheetRegister {
    let log: SheetLog
    let key: LogKey

    /// The keyed hash of the citizen ID in a record; `nil` where the record has none, or what masking
    /// leaves of it, which names nobody.
    func holder(of record: JSONValue) -> String? {
        let citizenID = record[Field.citizenID]?.string
        return citizenID.flatMap { $0.count == 13 && !$0.contains("x") ? key.hash($0) : nil }
    }
}
