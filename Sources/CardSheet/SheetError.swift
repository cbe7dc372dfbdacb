public import CardPortrait

/// Why no sheet or portrait can be drawn.
public enum SheetError: Error, Hashable, Sendable {
    /// The record is none; the key names what does not fit.
    case notRecord(key: String)
    /// There is no purpose, or only spaces.
    case purposeMissing
    /// The purpose has more characters than stay legible.
    case purposeTooLong(limit: Int)
    /// Purpose, audit number or issuer's lines repeat the citizen ID.
    case holdsCitizenID
    /// No such font is installed.
    case fontMissing(String)
    /// The record has no portrait that can be shown.
    case noPortrait(PortraitAbsence)
    /// A document takes more pages than are drawn.
    case tooManyPages(limit: Int)
    /// Cairo wrote a PDF of another shape than is known.
    case unexpectedPDF
    /// The system has no memory left, or a library failed in an unknown way.
    case outOfMemory
}
