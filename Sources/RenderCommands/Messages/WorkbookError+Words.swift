import CardRecord
import CardWorkbook
import ThaiIDCard

extension WorkbookError {
    /// What the contract calls each case.
    var identity: FailureKind {
        switch self {
        case .tooManyRecords, .tooManyPhotos: .limit
        case .tooLong: .recording
        case .notWritten: .write
        case .library: .internal
        }
    }

    /// What a person reads.
    var words: Words {
        switch self {
        case .tooManyRecords(let limit):
            Words(
                Bilingual(
                    "แผ่นงานหนึ่งเก็บได้ไม่เกิน \(limit) ระเบียน", "A workbook's sheet holds no more than \(limit) records."),
                Self.inParts
            )
        case .tooManyPhotos(let limit):
            Words(
                Bilingual(
                    "รูปถ่ายรวมกันเกิน \(limit) ไบต์", "The photos are more than \(limit) bytes together."),
                Self.inParts
            )
        case .tooLong(let column):
            Words(
                Bilingual("ข้อความ \(column) ยาวเกินกว่าเซลล์จะเก็บได้", "A cell cannot hold so long a text (\(column))."),
                Bilingual("เลือกคอลัมน์อื่นด้วย --columns", "Choose other columns with --columns.")
            )
        case .notWritten(let reason):
            Words(
                Bilingual("เขียนไฟล์ชั่วคราวไม่ได้ (\(reason))", "The workbook could not be written: \(reason)."),
                Bilingual("ตรวจที่ว่างใน TMPDIR หรือ /tmp", "Check the space in TMPDIR, or /tmp.")
            )
        case .library(let code):
            Words(
                Bilingual("โปรแกรมผิดพลาด (xlsx \(code))", "The program has a defect (xlsx \(code))."),
                Bilingual("โปรดแจ้งผู้พัฒนา พร้อมคำสั่งที่ใช้", "Please report it, with the command that was used.")
            )
        }
    }

    private static let inParts = Bilingual("แบ่งเป็นหลายไฟล์", "Make several files of them.")
}
