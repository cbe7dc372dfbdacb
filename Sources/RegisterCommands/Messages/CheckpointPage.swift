import SheetRequest

/// A checkpoint on paper, which nobody changes from afar.
struct CheckpointPage {
    private let note: String

    init(_ note: String) { self.note = note }

    var document: PageDocument {
        PageDocument(
            title: "จุดตรวจของบันทึกทะเบียน · Checkpoint of a register's log",
            subtitle: note.split(separator: "\n").first.map(String.init), at: Drawn.now,
            blocks: [
                .paragraph(
                    "เก็บใบนี้นอกเครื่อง ผู้ตรวจสอบเทียบด้วย thaiid register log verify --checkpoint ไฟล์ (ข้อความในรหัส QR)"),
                .paragraph(
                    "Keep this elsewhere. An auditor compares it: thaiid register log verify --checkpoint FILE (the code's text)."
                ),
                .code(note, caption: ""),
                .list(note.split(separator: "\n").map(String.init), isNumbered: false),
            ])
    }
}
