internal import CardRecord
internal import ThaiIDCard

extension Check {
    /// The Thai name but for its title.
    static let nameChecks: [Check] = [
        Check(
            "name-parts", .error, Field.nameThai, Bilingual("ไม่มีชื่อตัว", "There is no first name."),
            where: { $0.card.nameThai.isBlank || $0.card.nameThai.value.map { $0.first == nil } ?? false },
            example: { $0.name(first: nil) }),
        // A few people have no family name, and are none the worse for it.
        Check(
            "name-family", .warning, Field.nameThai, Bilingual("ไม่มีนามสกุล", "There is no family name."),
            where: { $0.card.nameThai.value.map { $0.last == nil } ?? false },
            example: { $0.name(last: nil) }),
        Check(
            "name-script", .warning, Field.nameThai,
            Bilingual("ชื่อมีอักษรที่ไม่ใช่อักษรไทย", "The name has a letter that is not Thai."),
            where: { !$0.card.nameThai.names.allSatisfy(ThaiSpelling.isThai) },
            example: { $0.name(first: "ทดสoบ") }),
        Check(
            "name-order", .warning, Field.nameThai,
            Bilingual(
                "ชื่อมีสระหรือวรรณยุกต์ลอย ซ้อน หรือสลับลำดับ",
                "The name has a vowel or tone mark that stands alone, twice or in the wrong place."),
            where: { !$0.card.nameThai.names.allSatisfy(ThaiSpelling.isOrdered) },
            example: { $0.name(first: "ท่่อง") }),
        Check(
            "name-slots", .warning, Field.nameThai, Warning(.nameSlots(nil), field: Field.nameThai.key).message,
            where: { $0.isWarned(Field.nameThai) { if case .nameSlots = $0 { true } else { false } } },
            example: { $0.card.warnings.append(Warning(.nameSlots(3), field: Field.nameThai.key)) }),
        Check(
            "name-length", .information, Field.nameThai, Warning(.textFull, field: Field.nameThai.key).message,
            where: { $0.isWarned(Field.nameThai) { $0 == .textFull } },
            example: { $0.card.warnings.append(Warning(.textFull, field: Field.nameThai.key)) }),
    ]

    /// The title before the Thai name.
    static let titleChecks: [Check] = [
        Check(
            "title-unknown", .information, Field.nameThai,
            Bilingual(
                "คำนำหน้าชื่อไม่อยู่ในรายการที่รู้จัก", "The title is none of those that are known, as many ranks are not."),
            where: { $0.title.map { !PersonTitle.isKnown($0, .thai) } ?? false },
            example: { $0.name(title: "ทดสอบ") }),
        Check(
            "title-sex", .warning, Field.nameThai,
            Bilingual("คำนำหน้าชื่อไม่ตรงกับเพศ", "The title does not go with the sex."),
            where: { card in
                guard let title = card.commonTitle, let sex = card.card.sex.value?.value, sex != .unknown else {
                    return false
                }
                return title.sex != sex
            },
            example: { $0.name(title: "นาง") }),
        Check(
            "title-age", .information, Field.nameThai,
            Bilingual(
                "คำนำหน้าชื่อเป็นของเด็ก แต่ผู้ถือบัตรอายุ 15 ปีขึ้นไปแล้ว",
                "The title is a child's, and the holder is 15 or older by now."),
            where: { card in
                guard card.commonTitle?.isChild ?? false, let age = card.dates.age else { return false }
                return age.lowerBound >= 15
            },
            example: { $0.name(title: "เด็กชาย") }),
    ]

    /// The name in English.
    static let englishChecks: [Check] = [
        Check(
            "english-blank", .information, Field.nameEnglish,
            Bilingual("ไม่มีชื่อภาษาอังกฤษ", "There is no name in English."),
            where: { $0.card.nameEnglish.isBlank || $0.card.nameEnglish.value?.full.isEmpty ?? false },
            example: { $0.card.nameEnglish = .blank }),
        Check(
            "english-script", .warning, Field.nameEnglish,
            Bilingual("ชื่อภาษาอังกฤษมีอักษรที่ไม่ใช่ A–Z", "The name in English has a letter that is none of A to Z."),
            where: { !$0.card.nameEnglish.names.allSatisfy(ThaiSpelling.isLatin) },
            example: { $0.english(first: "Thotsoป") }),
        Check(
            "english-title", .information, Field.nameEnglish,
            Bilingual("คำนำหน้าชื่อภาษาอังกฤษไม่ตรงกับภาษาไทย", "The title in English does not match the Thai one."),
            where: { card in
                guard let thai = card.commonTitle, let english = card.card.nameEnglish.value?.title else {
                    return false
                }
                return !thai.english.contains(english.lowercased().filter { $0 != "." && $0 != " " })
            },
            example: { $0.english(title: "Mrs.") }),
    ]
}

extension FieldState<PersonName> {
    /// The names without the title, which has stranger spellings: `SM.1`, `ร.ต.ท.(หญิง)`.
    fileprivate var names: [String] { value.map { [$0.first, $0.middle, $0.last].compactMap { $0 } } ?? [] }
}

extension CheckedCard {
    fileprivate var title: String? { card.nameThai.value?.title }
    fileprivate var commonTitle: CommonTitle? { title.flatMap(CommonTitle.init) }

    fileprivate mutating func name(
        title: String? = "นาย", first: String? = "ทดสอบ", last: String? = "ตัวอย่าง"
    ) {
        card.nameThai = .value(PersonName(title: title, first: first, middle: nil, last: last, language: .thai))
    }

    fileprivate mutating func english(title: String? = "Mr.", first: String? = "Thotsop") {
        card.nameEnglish = .value(
            PersonName(title: title, first: first, middle: nil, last: "Tuayang", language: .english))
    }
}

/// A title that says of which sex somebody is: those that the law gives to all who have no other.
private struct CommonTitle: Hashable, Sendable {
    let sex: Sex.Value
    let isChild: Bool
    /// What is written for it in English, in small letters without full stops.
    let english: [String]

    /// Takes a title as the card has it, in full or in short.
    init?(_ thai: String) {
        guard let title = Self.all[thai] else { return nil }
        self = title
    }

    private init(_ sex: Sex.Value, isChild: Bool = false, _ english: [String]) {
        (self.sex, self.isChild, self.english) = (sex, isChild, english)
    }

    private static let boy = CommonTitle(.male, isChild: true, ["master", "mstr"])
    private static let girl = CommonTitle(.female, isChild: true, ["miss"])
    private static let miss = CommonTitle(.female, ["miss", "ms"])

    private static let all = [
        "นาย": CommonTitle(.male, ["mr"]), "นาง": CommonTitle(.female, ["mrs"]), "นางสาว": miss, "น.ส.": miss,
        "เด็กชาย": boy, "ด.ช.": boy, "เด็กหญิง": girl, "ด.ญ.": girl,
    ]
}
