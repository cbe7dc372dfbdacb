public import ThaiIDCard

/// Something that got lost between one format and another.
public enum TraceLoss: Hashable, Sendable {
    /// When the recording was made.
    case recordingTime
    /// The name of the reader.
    case readerName
    /// Characters of the reader's name that could steer a terminal or break a line; U+FFFD stands for them.
    case unsafeCharacters
    /// How long exchanges took.
    case times
    /// What of their times is less than a millisecond.
    case fractions
    /// Why so many commands had no answer: that they had none is kept.
    case failureReasons(Int)
    /// So many commands, left out because they had no answer.
    case unansweredCommands(Int)
    /// So many commands, left out because their answers lack a status word.
    case answersWithoutStatus(Int)
    /// So many answers, written as the format writes that there was none.
    case answersLikeFailures(Int)
    /// So many resets of the card: its commands go on as if there had been none.
    case resets(Int)
    /// So many exchanges, left out because they are longer than the format allows.
    case longExchanges(Int)
    /// The answer to reset, which the file does not tell; `3B00`, the shortest there is, stands for it.
    case answerToReset
    /// Comments.
    case comments
    /// What a log says besides commands and answers.
    case otherLines
    /// Nothing yet, but the file is longer than what is read of its format.
    case tooLongToRead(Int)

    /// The same for people.
    public var message: Bilingual {
        switch self {
        case .recordingTime:
            Bilingual("ไม่ได้เก็บวันเวลาที่บันทึก", "When the recording was made is not kept.")
        case .readerName:
            Bilingual("ไม่ได้เก็บชื่อเครื่องอ่าน", "The reader's name is not kept.")
        case .unsafeCharacters:
            Bilingual(
                "แทนอักขระควบคุมในชื่อเครื่องอ่านด้วย U+FFFD",
                "Control characters in the reader's name are replaced by U+FFFD.")
        case .times:
            Bilingual("ไม่ได้เก็บเวลาที่ใช้ในแต่ละคำสั่ง", "How long the exchanges took is not kept.")
        case .fractions:
            Bilingual("ปัดเวลาลงเป็นมิลลิวินาทีเต็ม", "Times are rounded down to whole milliseconds.")
        case .failureReasons(let count):
            Bilingual(
                "ไม่ได้เก็บสาเหตุที่คำสั่งไม่มีคำตอบ (\(count) คำสั่ง)",
                "Why commands had no answer is not kept (commands: \(count)).")
        case .unansweredCommands(let count):
            Bilingual(
                "ตัดคำสั่งที่ไม่มีคำตอบออก (\(count) คำสั่ง)",
                "Commands without an answer are left out (commands: \(count)).")
        case .answersWithoutStatus(let count):
            Bilingual(
                "ตัดคำสั่งที่คำตอบไม่มีรหัสสถานะออก (\(count) คำสั่ง)",
                "Commands whose answer lacks a status word are left out (commands: \(count)).")
        case .answersLikeFailures(let count):
            Bilingual(
                "คำตอบบางรายการจะอ่านได้ว่าไม่มีคำตอบ (\(count) คำสั่ง)",
                "Some answers will read as none at all (commands: \(count)).")
        case .resets(let count):
            Bilingual(
                "ไม่ได้เก็บการรีเซ็ตบัตรระหว่างทาง (\(count) ครั้ง)",
                "Resets of the card on the way are not kept (resets: \(count)).")
        case .longExchanges(let count):
            Bilingual(
                "ตัดรายการที่ยาวเกินกว่ารูปแบบรับได้ออก (\(count) คำสั่ง)",
                "Exchanges too long for the format are left out (commands: \(count)).")
        case .answerToReset:
            Bilingual(
                "ไฟล์ไม่ได้บอก ATR ของบัตร จึงใช้ 3B00 แทน",
                "The file does not tell the card's answer to reset; 3B00 stands for it.")
        case .comments:
            Bilingual("ไม่ได้เก็บหมายเหตุในไฟล์", "Comments are not kept.")
        case .otherLines:
            Bilingual(
                "เก็บเฉพาะคำสั่งและคำตอบ ไม่ได้เก็บข้อความอื่นในไฟล์",
                "Only commands and answers are kept, nothing else that the log says.")
        case .tooLongToRead(let most):
            Bilingual(
                "ไฟล์ยาวเกินกว่าที่จะอ่านกลับได้ (\(most) ไบต์)",
                "The file is longer than can be read back (\(most) bytes).")
        }
    }
}
