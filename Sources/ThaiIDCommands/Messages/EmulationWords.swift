import ThaiIDCard

extension Bilingual {
    /// Which keys `thaiid emulate` takes.
    static let emulationKeys = Bilingual(
        "ปุ่ม: r ถอดบัตร · i เสียบบัตรอีกครั้ง · q เลิก · ปุ่มอื่น บัตรถัดไป",
        "Keys: r removes the card · i inserts it again · q quits · any other deals the next card")
}
