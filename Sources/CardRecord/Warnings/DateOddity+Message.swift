public import ThaiIDCard

extension DateOddity {
    /// One sentence for people. It never repeats what the card says.
    public var message: Bilingual {
        switch self {
        case .impossible:
            Bilingual("วันที่บนบัตรไม่มีจริงในปฏิทิน", "The date is none that a calendar has.")
        case .lifelong:
            Bilingual(
                "วันหมดอายุเขียนไม่เหมือนปกติ เข้าใจว่าตลอดชีพ",
                "The expiry is not written as usual; it is taken for lifelong.")
        case .oldYear(.yearMayBeLater):
            Bilingual(
                "ก่อน พ.ศ. 2484 ปีเริ่มวันที่ 1 เมษายน ปี ค.ศ. จึงอาจมากกว่านี้หนึ่งปี",
                "Until 1940 the Thai year began on 1 April: the Gregorian year may be one later.")
        case .oldYear(.monthsThatWereNot):
            Bilingual(
                "พ.ศ. 2483 ตามปฏิทินสมัยนั้นไม่มีเดือนมกราคมถึงมีนาคม",
                "B.E. 2483 had no January to March in the calendar of the time.")
        case .gregorian:
            Bilingual("ปีดูเหมือนเป็น ค.ศ. ไม่ใช่ พ.ศ.", "The year looks Gregorian where it should be Buddhist.")
        case .ahead:
            Bilingual("วันที่อยู่หลังวันที่อ่านบัตร", "The date lies after the day on which the card was read.")
        case .tooOld:
            Bilingual("วันที่ย้อนหลังเกิน 130 ปี", "The date lies more than 130 years back.")
        case .afterIssue:
            Bilingual("วันที่อยู่หลังวันออกบัตร", "The date lies after the day of issue.")
        case .beforeIssue:
            Bilingual("วันที่อยู่ก่อนวันออกบัตร", "The date lies before the day of issue.")
        }
    }
}
