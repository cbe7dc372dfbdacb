import ThaiIDCard

/// What is found in a log that is not as it was written. The raw values are those of answers.
enum FindingWord: String, CaseIterable {
    case gap, passed, fork, changed, misplaced, older, ahead, cut, unchained, shrunk, misdated, restarted, lost
    case otherHead = "other-head"
    case noCheckpoint = "no-checkpoint"
    case badCheckpoint = "bad-checkpoint"
    case unknownCheckpoint = "unknown-checkpoint"

    var words: Bilingual {
        switch self {
        case .gap: Bilingual("มีบรรทัดหายไปหลังจากนี้", "lines are missing after it")
        case .passed: Bilingual("หมายเลขซ้ำหรือสลับที่", "its number stands twice, or out of place")
        case .fork: Bilingual("ไม่ต่อจากบรรทัดก่อน", "it does not follow the one before")
        case .changed: Bilingual("ถูกแก้ไขหลังเขียน", "it was changed after it was written")
        case .misplaced: Bilingual("ข้อความไม่ตรงกับแถวที่อยู่", "it says another time or number than its row")
        case .older: Bilingual("เวลาเก่ากว่าบรรทัดก่อนมากเกินไป", "it is older than the one before by too much")
        case .ahead: Bilingual("เวลายังมาไม่ถึง", "its time has not come yet")
        case .cut: Bilingual("ท้ายบันทึกถูกตัด น้อยกว่าที่จุดตรวจบอก", "the end is cut off: a checkpoint says more")
        case .unchained: Bilingual("จุดตรวจไม่ต่อจากอันก่อน", "a checkpoint does not follow the one before")
        case .shrunk: Bilingual("จุดตรวจบอกน้อยกว่าอันก่อน", "a checkpoint says less than the one before")
        case .misdated: Bilingual("เวลาของจุดตรวจผิดลำดับ", "a checkpoint's time is out of order")
        case .restarted: Bilingual("เริ่มสายใหม่หลังกู้คืน (ไม่ใช่ความเสียหาย)", "a new chain began after a restore (no damage)")
        case .lost: Bilingual("บรรทัดหลังจากนี้หายไปก่อนเริ่มสายใหม่", "lines after it were lost before the new chain began")
        case .otherHead: Bilingual("จุดตรวจจำบรรทัดนี้ไว้เป็นอย่างอื่น", "a checkpoint remembers it otherwise")
        case .noCheckpoint: Bilingual("วันที่จบแล้วไม่มีจุดตรวจ", "a day is over that has no checkpoint")
        case .badCheckpoint:
            Bilingual("จุดตรวจอ่านไม่ได้หรือลายเซ็นผิด", "a checkpoint cannot be read, or its signature is wrong")
        case .unknownCheckpoint: Bilingual("ทะเบียนไม่มีจุดตรวจนี้", "the register does not have this checkpoint")
        }
    }
}
