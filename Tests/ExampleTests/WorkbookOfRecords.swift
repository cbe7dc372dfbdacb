import CardFormats
import CardRecord
import CardWorkbook
import ThaiIDCard

/// Records as a workbook that others can open: who they are, and nothing else.
func workbook(of records: [JSONRecord]) throws(WorkbookError) -> [UInt8] {
    let columns = ["citizenID", "nameThai.full", "birthDate.iso"].compactMap(Column.named)
    let workbook = try Workbook(columns: columns, headings: .thai)
    for record in records { try workbook.append(record) }
    try workbook.finish()
    var file: [UInt8] = []
    while case let part = try workbook.nextPart(), !part.isEmpty { file += part }
    return file
}
