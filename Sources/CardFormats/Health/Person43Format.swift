internal import CardRecord
internal import ThaiIDCard

extension CardFormat {
    /// The PERSON file of the health ministry's 43 files: columns between `|`, line ends CRLF.
    ///
    /// The card fills six columns, the operator and the clock two; what only the hospital knows
    /// stays empty. A birth of which the year alone is known is written as 1 January, and one
    /// without its day as the first of the month: the dictionary wants a whole date.
    public static let person43 = CardFormat(
        "person43", Bilingual("แฟ้ม PERSON ของ 43 แฟ้ม", "PERSON of the health ministry's 43 files"),
        fileExtension: "txt",
        fields: { _ in Field.rows(Field.citizenID, Field.nameThai, Field.sex, Field.birthDate) },
        head: { options throws(FormatError) in
            guard options.hospitalCode != nil else { throw .needs(option: "hospital-code") }
            return Array((columns.joined(separator: "|") + "\r\n").utf8)
        },
        body: { record, options throws(FormatError) in
            guard let hospital = options.hospitalCode else { throw .needs(option: "hospital-code") }
            let citizenID = record.wholeCitizenID
            guard citizenID != nil || record.isMasked else { throw .lacks(field: Field.citizenID.key) }
            let birth = record.soundDate(Field.birthDate)
            let filled = [
                "HOSPCODE": hospital, "CID": citizenID?.digits ?? "", "NAME": name(record, .first, .middle),
                "LNAME": name(record, .last), "SEX": sex(record), "BIRTH": birth.flatMap(wholeDate) ?? "",
                "D_UPDATE": record.readAt.flatMap(moment) ?? "",
            ]
            let row = columns.map { withoutBars(filled[$0] ?? "") }.joined(separator: "|")
            var lost = 0
            let bytes = options.encoding.bytes(of: row, lost: &lost)
            var notes = [leftEmpty(columns.filter { (filled[$0] ?? "").isEmpty })]
            if citizenID == nil { notes.append(.withoutNumber) }
            if let birth, birth.precision == .year || birth.precision == .month { notes.append(madeWhole) }
            if lost > 0 { notes.append(.lostInEncoding) }
            // What no calendar has is among what is left empty.
            if record.date(Field.birthDate)?.isImpossible != true { notes += record.notes(onDates: [Field.birthDate]) }
            return FormattedRecord(bytes + [UInt8(ascii: "\r"), UInt8(ascii: "\n")], notes: notes)
        })

    private static let columns = [
        "HOSPCODE", "CID", "PID", "HID", "PRENAME", "NAME", "LNAME", "HN", "SEX", "BIRTH", "MSTATUS",
        "OCCUPATION_OLD", "OCCUPATION_NEW", "RACE", "NATION", "RELIGION", "EDUCATION", "FSTATUS", "FATHER", "MOTHER",
        "COUPLE", "VSTATUS", "MOVEIN", "DISCHARGE", "DDISCHARGE", "ABOGROUP", "RHGROUP", "LABOR", "PASSPORT",
        "TYPEAREA", "D_UPDATE", "TELEPHONE", "MOBILE",
    ]

    private static let madeWhole = Bilingual(
        "ไม่ทราบวันเกิดครบ BIRTH จึงเป็นวันแรกของปีหรือเดือนตามพจนานุกรมข้อมูล",
        "BIRTH is not wholly known: it is the first day of its year or month, as the dictionary has it.")

    private static func leftEmpty(_ columns: [String]) -> Bilingual {
        let list = columns.joined(separator: ", ")
        return Bilingual("เว้นว่างไว้ให้เติม: \(list)", "Left empty, to be filled in: \(list).")
    }

    private static func name(_ record: JSONRecord, _ parts: PersonName.Part...) -> String {
        parts.compactMap { record.text(Field.nameThai, $0) }.joined(separator: " ")
    }

    private static func sex(_ record: JSONRecord) -> String {
        record.text(Field.sex, .raw).map(Sex.init).flatMap { $0.value == .unknown ? nil : $0.raw } ?? ""
    }

    /// The digits of an ISO 8601 time as far as its seconds; `nil` where it does not say so much.
    private static func moment(_ time: String) -> String? {
        let digits = time.utf8.prefix(19).filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return digits.count == 14 ? String(decoding: digits, as: UTF8.self) : nil
    }

    /// A text with spaces for bars. A bar that bears a Thai mark is one `Character` with it, and
    /// ends a column all the same: what counts are scalars.
    private static func withoutBars(_ text: String) -> String {
        var bare = String.UnicodeScalarView()
        bare.append(contentsOf: text.unicodeScalars.map { $0 == "|" ? " " : $0 })
        return String(bare)
    }

    private static func wholeDate(_ date: PartialDate) -> String? {
        date.iso.map { iso in
            let digits = iso.filter { $0 != "-" }
            return digits + "0101".suffix(8 - digits.count)
        }
    }
}
