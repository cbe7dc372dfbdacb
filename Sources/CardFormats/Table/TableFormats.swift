internal import CardRecord
internal import ThaiIDCard

extension CardFormat {
    /// A table whose cells are separated by commas.
    public static let csv = table(
        "csv", Bilingual("ตารางสำหรับโปรแกรมตารางคำนวณ", "table for spreadsheets"), separator: ",")

    /// A table whose cells are separated by tabs.
    public static let tsv = table("tsv", Bilingual("ตารางที่คั่นด้วยแท็บ", "table with tabs between cells"), separator: "\t")

    /// A row of names, then a row for each record (RFC 4180), after the mark by which spreadsheets
    /// know UTF-8. Numbers stay text only where the program is told so: Excel shows 13 digits as
    /// `1E+12`.
    private static func table(_ name: String, _ summary: Bilingual, separator: Unicode.Scalar) -> CardFormat {
        let separator = UInt8(ascii: separator)
        return CardFormat(
            name, summary, fileExtension: name,
            fields: { options in
                guard options.columns != nil || options.fields != nil else { return nil }
                let keys = Set(options.tableColumns.compactMap(\.field))
                return Field.all.filter { keys.contains($0.key) }
            },
            head: { options in
                var row: [UInt8] = []
                var lost = 0
                for column in options.tableColumns {
                    if !row.isEmpty { row.append(separator) }
                    TableCell.append(column.heading(in: options.headings), to: &row, in: options.encoding, lost: &lost)
                }
                return options.encoding.mark + row + lineEnd
            },
            body: { record, options in
                var row: [UInt8] = []
                row.reserveCapacity(1 << 11)
                var lost = 0
                record.forEachValue(in: options.tableColumns) { value in
                    if !row.isEmpty { row.append(separator) }
                    TableCell.append(value?.cellText ?? "", to: &row, in: options.encoding, lost: &lost)
                }
                row += lineEnd
                return FormattedRecord(
                    row, notes: (lost > 0 ? [.lostInEncoding] : []) + notes(on: options.tableColumns, of: record))
            })
    }

    /// What has to be said of dates whose table has no column that says it.
    private static func notes(on columns: [Column], of record: JSONRecord) -> [Bilingual] {
        guard !columns.contains(where: { $0.name == "warnings" }) else { return [] }
        let dates = columns.filter(\.isDate).compactMap(\.date)
        return dates.isEmpty ? [] : record.notes(onDates: dates, leavesOut: false)
    }

    private static let lineEnd = [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
}
