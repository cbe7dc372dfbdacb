package import CardRecord
package import RegisterStore
package import ThaiIDCard

/// What people are found by, of one of them.
package struct IndexEntry: Hashable, Sendable {
    package let person: RowID
    let names: Names
    package let birth: PartialDay
    /// 1 male, 2 female, 0 anything else.
    package let sex: Int
    /// Six digits of the area where the person lives.
    package let area: String?
    package let issue: PartialDay
    package let expiry: PartialDay

    package init(
        person: RowID, thai: String, english: String, birth: PartialDay = .unknown, sex: Int = 0, area: String? = nil,
        issue: PartialDay = .unknown, expiry: PartialDay = .unknown
    ) {
        self.init(
            person: person, names: Names(thai: thai, english: english), birth: birth, sex: sex, area: area,
            issue: issue,
            expiry: expiry)
    }

    init(
        person: RowID, names: Names, birth: PartialDay, sex: Int, area: String?, issue: PartialDay, expiry: PartialDay
    ) {
        self.person = person
        self.names = names
        self.birth = birth
        self.sex = sex
        self.area = area
        self.issue = issue
        self.expiry = expiry
    }

    /// The normal key of first, middle and last name, as far as a block takes it.
    package var thai: String { NameBytes.decode(names.keys[0]) }
    /// The normal key of first, middle and last name, as far as a block takes it.
    package var english: String { NameBytes.decode(names.keys[2]) }

    /// Takes what a record says.
    ///
    /// - Parameter area: the six digits of a province, a district and a subdistrict as a card words them, on the day of
    ///   issue.
    package init(
        person: RowID, record: JSONValue,
        area: (_ province: String, _ district: String, _ subdistrict: String, _ day: CalendarDay?) -> String?
    ) {
        let sexes = [Sex.Value.male.rawValue: 1, Sex.Value.female.rawValue: 2]
        let issue = PartialDay(record.date(Field.issueDate))
        let address = Statement(of: Field.address.row, in: record).value
        func slot(_ slot: Address.Slot) -> String? { address?[slot.rawValue]?.string }
        var code: String?
        if let province = slot(.province), let district = slot(.district), let subdistrict = slot(.subdistrict) {
            let day = issue.day > 0 ? CalendarDay(year: issue.year, month: issue.month, day: issue.day) : nil
            code = area(province, district, subdistrict, day)
        }
        let sex = Statement(of: Field.sex.row, in: record).value?[Sex.Part.value.rawValue]?.string
        self.init(
            person: person,
            thai: Self.name(Field.nameThai, in: record, ThaiNameKey.withoutTitle, ThaiNameKey.normal),
            english: Self.name(Field.nameEnglish, in: record, EnglishNameKey.withoutTitle, EnglishNameKey.normal),
            birth: PartialDay(record.date(Field.birthDate)), sex: sex.flatMap { sexes[$0] } ?? 0, area: code,
            issue: issue, expiry: PartialDay(record.date(Field.expiryDate)))
    }

    /// A name that stands in one piece may begin with its title.
    private static func name(
        _ field: Field.Handle<PersonName>, in record: JSONValue, _ withoutTitle: (String) -> String,
        _ normal: (String) -> String
    ) -> String {
        let name = Statement(of: field.row, in: record).value
        func part(_ part: PersonName.Part) -> String? { name?[part.rawValue]?.string }
        let names = [part(.first), part(.middle), part(.last)].compactMap { $0 }
        guard names.count == 1, part(.title) == nil else { return normal(names.joined()) }
        return normal(withoutTitle(names[0]))
    }
}

/// The keys by which somebody's name is found, in bytes: Thai as it is and as it sounds, English as it is and as it
/// sounds.
struct Names: Hashable, Sendable {
    static let kinds = 4

    let keys: [[UInt8]]

    init(keys: [[UInt8]]) { self.keys = keys }

    /// - Parameters: normal keys.
    init(thai: String, english: String) {
        keys = [thai, ThaiNameKey.sound(thai), english, EnglishNameKey.sound(english)].map { NameBytes.encode($0) }
    }
}
