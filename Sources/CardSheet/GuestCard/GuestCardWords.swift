internal import ThaiIDCard

/// What a guest card says besides what the chip says.
enum GuestCardWords {
    static let title = Bilingual("บัตรทะเบียนผู้พัก (ร.ร. 3)", "Hotel guest card (R.R. 3)")

    static let room = Bilingual("ห้องพักเลขที่", "Room")
    static let arrival = Bilingual("วันและเวลาที่เข้าพัก", "Day and time of arrival")
    static let nationality = Bilingual("สัญชาติ", "Nationality")
    static let occupation = Bilingual("อาชีพ", "Occupation")
    static let comesFrom = Bilingual("เดินทางมาจาก", "Comes from")
    static let goesTo = Bilingual("จะเดินทางต่อไปที่", "Goes to")
    static let departure = Bilingual("วันและเวลาที่ออกไป", "Day and time of departure")
    static let remarks = Bilingual("หมายเหตุ", "Remarks")

    static let signers = [
        Signer(
            name: "guest", who: Bilingual("ผู้พัก", "Guest"),
            statement: Bilingual("ขอรับรองว่าข้อความข้างต้นเป็นความจริง", "The above is true")),
        Signer(
            name: "manager", who: Bilingual("ผู้จัดการ", "Manager"),
            statement: Bilingual("สำหรับโรงแรม", "For the hotel")),
    ]

    static let unverified = Bilingual(
        "กรอกจากชิปบัตรประจำตัวประชาชนเท่าที่ชิปมี จัดตามรายการของ ร.ร. 3 ยังไม่ได้เทียบกับแบบพิมพ์ของทางราชการ",
        "Filled in from the chip as far as it goes. The items are those of R.R. 3; the official form was not compared.")
}
