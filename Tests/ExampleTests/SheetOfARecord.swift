import CardRecord
import CardSheet
import SheetRequest
import ThaiIDCard

/// A sheet as a PDF, of a record as `thaiid read --json` prints it; `nil` where that is no JSON.
func sheet(of record: [UInt8], number: AuditNumber, at time: Moment) throws(SheetError) -> [UInt8]? {
    guard let json = JSONValue(parsing: record) else { return nil }
    var options = SheetOptions(purpose: try Purpose("library membership"), audit: number, at: time)
    options.sections = [.photo, .names, .address]
    return try Sheet(SheetRecord(json), options).pdf()
}
