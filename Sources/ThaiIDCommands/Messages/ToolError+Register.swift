import CardRecord
import RegisterProgram
import ThaiIDCard

extension ToolError {
    /// Why the register did not save a record, or did nothing at all.
    enum RegisterProblem: Hashable {
        /// `thaiid-register` is not there.
        case missing
        /// It is there, and cannot be started or be told whose card was read.
        case notStarted(reason: String)
        /// It took too long.
        case slow(seconds: Int)
        /// It ended by a signal (no status), or without saying why.
        case broken(status: Int32?)
        /// It refused, in words of its own.
        case refused(ErrorReport)
    }

    /// What it means that the register did not save a record.
    init(_ error: RegisterProgramError) {
        switch error {
        case .missing: self = .register(.missing)
        case .slow(let limit): self = .register(.slow(seconds: Int(limit.components.seconds)))
        case .broken(let status): self = .register(.broken(status: status))
        case .refused(let report): self = .register(.refused(report))
        }
    }
}

extension ToolError.RegisterProblem {
    var identity: FailureKind {
        switch self {
        case .missing, .notStarted: .write
        case .broken(let status): status.flatMap(FailureKind.init(exit:)) ?? .write
        case .slow: .limit
        case .refused(let report): report.kind
        }
    }

    var words: Words {
        switch self {
        case .missing:
            Words(
                Bilingual("ไม่พบโปรแกรมทะเบียน thaiid-register", "The program thaiid-register is not there."),
                Bilingual(
                    "วาง thaiid-register ไว้ในโฟลเดอร์เดียวกับ thaiid หรือใน PATH",
                    "Put thaiid-register into the folder of thaiid, or on the PATH."))
        case .notStarted(let reason):
            Words(
                Bilingual(
                    "เรียกโปรแกรมทะเบียน thaiid-register ไม่ได้ (\(reason))",
                    "thaiid-register cannot be started: \(reason)."),
                Bilingual(
                    "ติดตั้ง thaiid-register รุ่นเดียวกับ thaiid",
                    "Install the thaiid-register of the same release as thaiid."))
        case .slow(let seconds):
            Words(
                Bilingual(
                    "ทะเบียนไม่ตอบภายใน \(seconds) วินาที จึงหยุดรอ",
                    "The register did not answer within \(seconds) seconds, and was given up."),
                Bilingual(
                    "ลองใหม่ ถ้ายังเป็นอยู่ให้สั่ง thaiid register doctor",
                    "Try again; if it stays so: thaiid register doctor."))
        case .broken(let status):
            Words(
                Bilingual(
                    "โปรแกรมทะเบียนหยุดกลางคัน (\(status.map { "สถานะ \($0)" } ?? "ถูกสัญญาณให้หยุด"))",
                    "thaiid-register broke off (\(status.map { "status \($0)" } ?? "ended by a signal"))."),
                Bilingual(
                    "ลองใหม่ ถ้ายังเป็นอยู่ให้สั่ง thaiid register doctor",
                    "Try again; if it stays so: thaiid register doctor."))
        case .refused(let report): report.words
        }
    }
}

/// Has the register do something; what keeps it from being done is thrown as the tool's own error.
func asToolError<Result>(
    register work: @autoclosure () throws(RegisterProgramError) -> Result
) throws(ToolError) -> Result {
    do throws(RegisterProgramError) { return try work() } catch { throw ToolError(error) }
}
