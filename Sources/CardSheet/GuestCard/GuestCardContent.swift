internal import SheetRequest
internal import ThaiIDCard

/// Everything that a guest card says, in the order in which it is read. Knows no places.
struct GuestCardContent {
    /// One item of the card.
    enum Item {
        /// What the chip says.
        case filled(Cell)
        /// What somebody has to write.
        case blank(name: String, label: Bilingual)
    }

    /// The same data as a sheet has them, in the same words.
    let sheet: SheetContent
    /// One or two items a row.
    let rows: [[Item]]

    init(_ record: SheetRecord, _ paper: Paper, _ language: SheetLanguage) throws(SheetError) {
        guard let audit = AuditNumber("RR3") else { throw .notRecord(key: "audit") }
        var options = SheetOptions(
            purpose: try Purpose(GuestCardWords.title.thai), audit: audit, at: record.readAt)
        (options.paper, options.language) = (paper, language)
        options.sections = [.id, .names, .birth, .sex, .validity, .address, .issuer]
        let sheet = SheetContent(record: record, options: options)
        let cells = Dictionary(sheet.rows.joined().map { ($0.name, $0) }) { first, _ in first }
        // What the card lacks is for the guest to say, too.
        func item<Value>(_ field: Field.Handle<Value>) -> Item {
            guard let cell = cells[field.key], cell.isValue else {
                return .blank(name: field.key, label: field.row.label)
            }
            return .filled(cell)
        }
        self.sheet = sheet
        rows = [
            [.blank(name: "room", label: GuestCardWords.room), .blank(name: "arrival", label: GuestCardWords.arrival)],
            [item(Field.nameThai)], [item(Field.nameEnglish)],
            [item(Field.citizenID), item(Field.birthDate)],
            [item(Field.sex), .blank(name: "nationality", label: GuestCardWords.nationality)],
            [item(Field.issueDate), item(Field.expiryDate)],
            [item(Field.issuer)], [item(Field.address)],
            [
                .blank(name: "occupation", label: GuestCardWords.occupation),
                .blank(name: "departure", label: GuestCardWords.departure),
            ],
            [
                .blank(name: "comesFrom", label: GuestCardWords.comesFrom),
                .blank(name: "goesTo", label: GuestCardWords.goesTo),
            ],
            [.blank(name: "remarks", label: GuestCardWords.remarks)],
        ]
    }

    /// What is left to be filled in.
    var missing: [Bilingual] {
        rows.joined().compactMap { item in
            if case .blank(_, let label) = item { label } else { nil }
        }
    }
}
