import CardWorkbook
import ThaiIDCard

extension WorkbookError {
    /// The exit status.
    var exit: Int32 {
        switch self {
        case .tooManyRecords, .tooManyPhotos: 21
        case .tooLong: 22
        case .notWritten: 23
        case .library: 1
        }
    }

    /// What a person reads.
    var words: (problem: Bilingual, remedy: Bilingual) {
        switch self {
        case .tooManyRecords(let limit):
            (
                Bilingual(
                    "แผ่นงานหนึ่งเก็บได้ไม่เกิน \(limit) ระเบียน", "A workbook's sheet holds no more than \(limit) records."),
                Self.inParts
            )
        case .tooManyPhotos(let limit):
            (
                Bilingual(
                    "รูปถ่ายรวมกันเกิน \(limit) ไบต์", "The photos are more than \(limit) bytes together."),
                Self.inParts
            )
        case .tooLong(let column):
            (
                Bilingual("ข้อความ \(column) ยาวเกินกว่าเซลล์จะเก็บได้", "A cell cannot hold so long a text (\(column))."),
                Bilingual("เลือกคอลัมน์อื่นด้วย --columns", "Choose other columns with --columns.")
            )
        case .notWritten(let reason):
            (
                Bilingual("เขียนไฟล์ชั่วคราวไม่ได้ (\(reason))", "The workbook could not be written: \(reason)."),
                Bilingual("ตรวจที่ว่างใน TMPDIR หรือ /tmp", "Check the space in TMPDIR, or /tmp.")
            )
        case .library(let code):
            (
                Bilingual("โปรแกรมผิดพลาด (xlsx \(code))", "The program has a defect (xlsx \(code))."),
                Bilingual("โปรดแจ้งผู้พัฒนา พร้อมคำสั่งที่ใช้", "Please report it, with the command that was used.")
            )
        }
    }

    private static let inParts = Bilingual("แบ่งเป็นหลายไฟล์", "Make several files of them.")
}
