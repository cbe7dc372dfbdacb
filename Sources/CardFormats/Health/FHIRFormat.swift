internal import CardRecord
internal import ThaiIDCard

extension CardFormat {
    /// An HL7 FHIR R4 Patient, one a line, in the shape of TH Core (draft of 2024-02, sil-th/th-core):
    /// the citizen ID under its system, a name in each language, and a birth date that is no more
    /// exact than the card. The number has no period: it outlives every card that bears it. Location
    /// codes are not on the card and left out.
    public static let fhir = CardFormat(
        "fhir", Bilingual("HL7 FHIR R4 Patient (TH Core)", "HL7 FHIR R4 Patient (TH Core, draft)"),
        fileExtension: "json"
    ) { record, _ in
        let patient = JSONValue.present(
            ("resourceType", "Patient"), ("identifier", .present([identifier(record)])),
            ("name", .present([name(record, Field.nameThai, "th"), name(record, Field.nameEnglish, "en")])),
            ("gender", JSONValue.text(record.text(Field.sex, .value))),
            ("birthDate", JSONValue.text(record.soundDate(Field.birthDate)?.iso)),
            ("address", .present([address(record)])), ("photo", .present([photo(record)])))
        let notes = (record.wholeCitizenID == nil ? [withoutIdentifier] : []) + record.notes(onDates: [Field.birthDate])
        return FormattedRecord((patient ?? .null).utf8Line, notes: notes)
    }

    private static let withoutIdentifier = Bilingual(
        "ไม่มีเลขประจำตัวครบ 13 หลัก จึงไม่มี identifier", "Without the 13 digits there is no identifier.")

    private static func identifier(_ record: JSONRecord) -> JSONValue? {
        guard let citizenID = record.wholeCitizenID else { return nil }
        return .present(
            ("use", "official"),
            (
                "type",
                [
                    "coding": [
                        [
                            "system": "https://terms.sil-th.org/core/CodeSystem/cs-th-identifier-type", "code": "cid",
                            "display": "เลขประจำตัวประชาชนไทย",
                        ]
                    ]
                ]
            ),
            ("system", "https://terms.sil-th.org/id/th-cid"), ("value", .string(citizenID.digits)))
    }

    private static func name(_ record: JSONRecord, _ field: Field.Handle<PersonName>, _ language: String) -> JSONValue?
    {
        func part(_ part: PersonName.Part) -> JSONValue? { JSONValue.text(record.text(field, part)) }
        guard let text = part(.full) else { return nil }
        return .present(
            (
                "extension",
                [["url": "http://hl7.org/fhir/StructureDefinition/language", "valueCode": .string(language)]]
            ),
            ("use", "official"), ("text", text), ("family", part(.last)),
            ("given", .present([part(.first), part(.middle)])), ("prefix", .present([part(.title)])))
    }

    private static func address(_ record: JSONRecord) -> JSONValue? {
        func part(_ slot: Address.Slot) -> String? { record.text(Field.address, slot) }
        guard let full = record.text(Field.address, .full) else { return nil }
        let line = [Address.Slot.houseNumber, .moo, .trok, .soi, .road].compactMap(part).joined(separator: " ")
        let lane = [Address.Slot.trok, .soi].compactMap(part).joined(separator: " ")
        let details = [
            ("number", part(.houseNumber)), ("villageNo", part(.moo)), ("road", part(.road)), ("lane", lane),
        ].map { name, text in
            JSONValue.text(text).map {
                JSONValue.object([.init(name: "url", value: .string(name)), .init(name: "valueString", value: $0)])
            }
        }
        let structured = JSONValue.present(details).map { details -> JSONValue in
            [
                [
                    "url": "https://fhir-ig.sil-th.org/th/extensions/StructureDefinition/ex-address-structured-line",
                    "extension": details,
                ]
            ]
        }
        func place(_ slot: Address.Slot) -> JSONValue? { JSONValue.text(part(slot).map(Address.bareName)) }
        return .present(
            ("extension", structured), ("use", "home"), ("text", .string(full)),
            ("line", .present([JSONValue.text(line)])), ("city", place(.subdistrict)), ("district", place(.district)),
            ("state", place(.province)), ("country", "TH"))
    }

    private static func photo(_ record: JSONRecord) -> JSONValue? {
        JSONValue.text(record.photoBase64).map { ["contentType": "image/jpeg", "data": $0] }
    }
}

extension JSONValue {
    /// A text; `nil` where there is none, or an empty one, which FHIR does not know.
    fileprivate static func text(_ text: String?) -> JSONValue? {
        text.flatMap { $0.isEmpty ? nil : .string($0) }
    }
}
