internal import CardRecord
internal import ThaiIDCard

extension CardFormat {
    /// A vCard 4.0 (RFC 6350) for phones. It names the person, not the document: a contact is soon
    /// copied to many places, so the citizen ID and the card's other numbers stay out of it.
    public static let vcard = CardFormat(
        "vcard", Bilingual("นามบัตรสำหรับโทรศัพท์ (ไม่มีเลขประจำตัว)", "contact for phones (vCard 4, without numbers)"),
        fileExtension: "vcf"
    ) { record, _ throws(FormatError) in
        let names = [(Field.nameThai, "th"), (Field.nameEnglish, "en")].filter { record.text($0.0, .full) != nil }
        guard !names.isEmpty else { throw .lacks(field: Field.nameThai.key) }
        var lines = ["BEGIN:VCARD", "VERSION:4.0", "KIND:individual"]
        for (field, language) in names {
            let full = record.text(field, .full) ?? ""
            lines.append("FN;ALTID=1;LANGUAGE=\(language):" + VCardLine.escaped(full))
            let parts = [PersonName.Part.last, .first, .middle, .title].map { record.text(field, $0) ?? "" } + [""]
            lines.append("N;ALTID=1;LANGUAGE=\(language):" + VCardLine.list(parts))
        }
        if let date = record.soundDate(Field.birthDate), let birth = VCardLine.date(date) {
            lines.append("BDAY:" + birth)
        }
        if let sex = record.text(Field.sex, .raw) { lines.append("GENDER:" + (["1": "M", "2": "F"][sex] ?? "U")) }
        if let address = address(record) { lines.append("ADR;TYPE=home;LANGUAGE=th:" + VCardLine.list(address)) }
        if let photo = record.photoBase64 { lines.append("PHOTO:data:image/jpeg;base64," + photo) }
        lines.append("END:VCARD")
        return FormattedRecord(
            lines.map { VCardLine.folded($0) }.joined(), notes: record.notes(onDates: [Field.birthDate]))
    }

    /// Post box, extension, street, locality, region, code and country.
    private static func address(_ record: JSONRecord) -> [String]? {
        guard record.text(Field.address, .full) != nil else { return nil }
        func joined(_ parts: Address.Slot...) -> String {
            parts.compactMap { record.text(Field.address, $0) }.joined(separator: " ")
        }
        return [
            "", "", joined(.houseNumber, .moo, .trok, .soi, .road), joined(.subdistrict, .district),
            joined(.province), "", "ประเทศไทย",
        ]
    }
}
