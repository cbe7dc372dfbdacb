package import CardRecord

/// Why the register did not save a record.
package enum RegisterProgramError: Error, Hashable {
    /// `thaiid-register` is not there, or cannot be started.
    case missing
    /// It took too long.
    case slow(Duration)
    /// It ended as it never does by itself: by a signal (no status), or without saying why.
    case broken(status: Int32?)
    /// It refused, in words of its own.
    case refused(ErrorReport)

    /// Whether it may go well by itself when it is tried again: a full disk, a register that is busy or away.
    package var isPassing: Bool {
        switch self {
        case .missing, .slow, .broken(status: nil): true
        case .broken(let status?): FailureKind(exit: status).map(Self.isPassing) ?? false
        case .refused(let report): Self.isPassing(report.kind)
        }
    }

    private static func isPassing(_ kind: FailureKind) -> Bool { [.write, .timeout, .noRegister].contains(kind) }
}
