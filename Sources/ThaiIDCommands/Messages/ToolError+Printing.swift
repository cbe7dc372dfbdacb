import Printing

extension ToolError {
    /// What it means that a printer takes no job.
    init(_ error: PrintingError) {
        switch error {
        case .missing: self = .document(.noPrinting)
        case .slow(let limit): self = .document(.slowPrinting(seconds: Int(limit.components.seconds)))
        case .noPaper(let paper, let there): self = .document(.noPaper(paper, papers: there))
        case .refused(let words): self = .document(.notPrinted(words.joined(separator: " ")))
        }
    }
}

/// Has something printed; what keeps it from being done is thrown as the tool's own error.
func asToolError<Result>(
    printing work: @autoclosure () throws(PrintingError) -> Result
) throws(ToolError) -> Result {
    do throws(PrintingError) { return try work() } catch { throw ToolError(error) }
}
