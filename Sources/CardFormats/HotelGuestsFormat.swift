internal import CardRecord
internal import ThaiIDCard

extension CardFormat {
    /// Rows for a hotel's guest register (ร.ร.4, Hotel Act B.E. 2547 section 35). The card fills who
    /// the guest is and where he lives; what the guest has to say is left empty and named. The
    /// columns are those of the printed form: none for upload have been published.
    public static let hotelGuests = CardFormat(
        "hotel-rr4", Bilingual("ทะเบียนผู้พัก ร.ร.4", "hotel guest register R.R.4"), fileExtension: "csv",
        fields: { _ in
            Field.rows(
                Field.citizenID, Field.nameThai, Field.nameEnglish, Field.birthDate, Field.issuer, Field.address)
        },
        head: { options in options.encoding.mark + row(columns, options).bytes },
        body: { record, options in
            let filled = [
                "วันเวลาที่เข้าพัก": record.readAt, "ชื่อตัวและชื่อสกุล": record.text(Field.nameThai, .full),
                "ชื่อภาษาอังกฤษ": record.text(Field.nameEnglish, .full),
                "วันเกิด": record.soundDate(Field.birthDate)?.iso, "เลขประจำตัวประชาชน": record.citizenID,
                "ออกโดย": record.text(Field.issuer), "ที่อยู่ตามบัตร": record.text(Field.address, .full),
            ]
            let cells = columns.map { (filled[$0] ?? nil) ?? "" }
            let (bytes, lost) = row(cells, options)
            let missing = zip(columns, cells).filter { $0.1.isEmpty && $0.0 != remarks }.map(\.0)
            let notes = [toBeFilled(missing)] + record.notes(onDates: [Field.birthDate])
            return FormattedRecord(bytes, notes: notes + (lost > 0 ? [.lostInEncoding] : []))
        })

    private static let columns = [
        "วันเวลาที่เข้าพัก", "ห้องพักเลขที่", "ชื่อตัวและชื่อสกุล", "ชื่อภาษาอังกฤษ", "วันเกิด", "สัญชาติ", "เลขประจำตัวประชาชน",
        "ออกโดย", "ที่อยู่ตามบัตร", "อาชีพ", "มาจาก", "จะไปที่", "วันเวลาที่ออกไป", remarks,
    ]

    private static let remarks = "หมายเหตุ"

    private static func toBeFilled(_ columns: [String]) -> Bilingual {
        let list = columns.joined(separator: ", ")
        return Bilingual("ยังต้องกรอก: \(list)", "Still to be filled in: \(list).")
    }

    private static func row(_ cells: [String], _ options: FormatOptions) -> (bytes: [UInt8], lost: Int) {
        var row: [UInt8] = []
        var lost = 0
        for cell in cells {
            if !row.isEmpty { row.append(UInt8(ascii: ",")) }
            TableCell.append(cell, to: &row, in: options.encoding, lost: &lost)
        }
        return (row + [UInt8(ascii: "\r"), UInt8(ascii: "\n")], lost)
    }
}
