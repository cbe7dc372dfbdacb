import CardRecord
import FrontDesk
import RegisterProgram
import ThaiIDCard

/// What a person at a desk is told of what was done with a card: one line each.
enum DeskWords {
    /// A notification, which anybody may see who passes the screen.
    static let notice = Words(
        Bilingual("อ่านบัตรแล้ว", "A card was read"), Bilingual("ดูรายละเอียดที่หน้าจอ thaiid", "thaiid shows it."))

    static func line(_ report: ActionReport) -> Bilingual {
        switch report.outcome {
        case .done: done(report)
        case .waiting(let error, let next):
            Bilingual(
                "ยังไม่สำเร็จ จะลองใหม่ \(clock(next)) น.: \(ToolError(error).words.problem.thai)",
                "Not yet, next try at \(clock(next)): \(ToolError(error).words.problem.english)")
        case .failed(let error):
            Bilingual(
                "ไม่สำเร็จ: \(ToolError(error).words.problem.thai) (ดู: thaiid spool list)",
                "Failed: \(ToolError(error).words.problem.english) (see: thaiid spool list)")
        }
    }

    /// That a card was read, or could not be.
    static func line(_ reader: String, _ failure: ToolError?) -> Bilingual {
        guard let failure else { return Bilingual("\(reader): อ่านบัตรแล้ว", "\(reader): card read") }
        let problem = failure.words.problem
        return Bilingual(
            "\(reader): \(problem.thai) (\(failure.identity.code))",
            "\(reader): \(problem.english) (\(failure.identity.code))")
    }

    static func line(_ exception: FilingRules.Exception) -> Bilingual {
        switch exception {
        case .expired: Bilingual("บัตรหมดอายุ จึงไม่ได้บันทึก", "The card has expired: it was not filed.")
        case .again: Bilingual("เพิ่งอ่านบัตรนี้ไป จึงไม่ทำซ้ำ", "This card was dealt with a moment ago: nothing is repeated.")
        }
    }

    private static func done(_ report: ActionReport) -> Bilingual {
        let file = report.file.map { $0.split(separator: "/").last.map(String.init) ?? $0 } ?? ""
        switch report.action {
        case .save:
            // The name is long, and nobody's who looks at a screen.
            let kind = file.split(separator: ".").last ?? ""
            return Bilingual("บันทึกไฟล์แล้ว (.\(kind))", "Saved (.\(kind))")
        case .append: return Bilingual("เพิ่มในไฟล์แล้ว: \(file)", "Added to \(file)")
        case .exec, nil: return Bilingual("ส่งต่อให้โปรแกรมแล้ว", "Handed over to the program")
        case .register: return RegisterWords.line(report.saved ?? SaveAnswer(.saved))
        case .sheet:
            let sheet = report.sheet.map { "\($0)" } ?? ""
            let job = report.job.map { Bilingual(" — งานพิมพ์ \($0) เข้าคิวแล้ว", ", print job \($0)") }
            return Bilingual("เอกสารเลขที่ \(sheet)\(job?.thai ?? "")", "Sheet \(sheet)\(job?.english ?? "")")
        }
    }

    /// `09:41` of `2026-11-23T09:41:07+07:00`.
    private static func clock(_ time: String) -> Substring { time.dropFirst(11).prefix(5) }
}
