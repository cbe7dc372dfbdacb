/// Why records make no workbook.
public enum WorkbookError: Error, Hashable, Sendable {
    /// A sheet has no more rows than these.
    case tooManyRecords(limit: Int)
    /// The photos are more bytes than these, all of which are held until the end.
    case tooManyPhotos(limit: Int)
    /// A text is longer than a cell can hold.
    case tooLong(column: String)
    /// The system did not take what was to be written.
    case notWritten(reason: String)
    /// The library failed in a way that is a defect.
    case library(code: Int)
}
