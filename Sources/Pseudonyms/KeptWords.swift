internal import ThaiIDCard

/// Words that a pseudonym keeps, since they say what follows them and not who somebody is.
enum KeptWords {
    /// Titles that tell a sex and an age at most. Rarer ones, such as ranks, can tell a person.
    static let titles = encoded([
        "นางสาว", "นาง", "นาย", "น.ส.", "เด็กชาย", "เด็กหญิง", "ด.ช.", "ด.ญ.", "Mr.", "Mrs.", "Miss", "Ms.", "Master",
    ])

    /// What the parts of an address and the names of offices begin with. The capital stands for a
    /// province and needs no word before it; one person in eight lives there.
    static let labels = encoded([
        "หมู่ที่", "หมู่", "ตรอก", "ซอย", "ถนน", "ตำบล", "แขวง", "อำเภอ", "เขต", "จังหวัด", "ต.", "อ.", "จ.", "กรุงเทพมหานคร",
        "สำนักทะเบียน", "ท้องถิ่น", "เทศบาลตำบล", "เทศบาลเมือง", "เทศบาลนคร",
    ])

    /// What laser numbers begin with: series of card stock.
    static let laserSeries = encoded(["JT", "JC", "ME"])

    private static func encoded(_ words: [String]) -> [[UInt8]] { words.compactMap(TIS620.encode) }
}
