/// What the months are called.
package enum MonthName {
    /// January to December.
    package static let all = [
        Bilingual("มกราคม", "January"), Bilingual("กุมภาพันธ์", "February"), Bilingual("มีนาคม", "March"),
        Bilingual("เมษายน", "April"), Bilingual("พฤษภาคม", "May"), Bilingual("มิถุนายน", "June"),
        Bilingual("กรกฎาคม", "July"), Bilingual("สิงหาคม", "August"), Bilingual("กันยายน", "September"),
        Bilingual("ตุลาคม", "October"), Bilingual("พฤศจิกายน", "November"), Bilingual("ธันวาคม", "December"),
    ]
}
