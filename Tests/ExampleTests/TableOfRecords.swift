import CardFormats
import CardRecord
import ThaiIDCard

/// Records as a table for a spreadsheet, with headings in Thai.
func table(of records: [JSONRecord]) throws(FormatError) -> [UInt8] {
    var options = FormatOptions()
    options.headings = .thai
    var file = try CardFormat.csv.head(options)
    for record in records { file += try CardFormat.csv.bytes(of: record, options).bytes }
    return file
}
