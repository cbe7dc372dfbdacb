import CardPortrait
import CardRecord
import CardSheet
import CardWorkbook

/// Everything that can keep the program from drawing.
enum RenderError: Error, Hashable {
    /// A defect of the program.
    case `internal`(String)
    /// The system does not show this program its command line.
    case noCommandLine
    /// The first line of standard input is no list of arguments.
    case notArguments
    /// Standard input holds no record, or not one that can be drawn; the key names what is wrong.
    case notRecord(key: String)
    /// Standard input could not be read.
    case unreadable(reason: String)
    /// Standard input holds more than a record can be.
    case tooLarge(limit: Int)
    /// The record has no portrait to show.
    case noPortrait(PortraitAbsence)
    /// Standard output could not be written.
    case write(reason: String)
    /// A sheet without a purpose.
    case purposeMissing
    /// A purpose, an audit number or issuer's lines that repeat the citizen ID.
    case holdsCitizenID
    /// More purpose than stays legible.
    case purposeTooLong(limit: Int)
    /// No such font.
    case fontMissing(String)
    /// The issuer's file cannot be read.
    case issuerUnreadable(file: String, reason: String)
    /// A word of the command line is text in no encoding that is known.
    case argumentNotText(Int)
    /// The issuer's file is text in no encoding that is known.
    case issuerNotText(file: String)
    /// A line of standard input is no record that a workbook can hold; the key names what is wrong.
    case badLine(Int, key: String)
    /// The records make no workbook.
    case workbook(WorkbookError)
    /// The issuer's file is no block of a few lines.
    case issuerTooLong(lines: Int, columns: Int)

    /// What the contract calls each case.
    var identity: FailureKind {
        switch self {
        case .internal: .internal
        case .notRecord, .unreadable, .tooLarge, .noPortrait, .badLine: .recording
        case .workbook(let error): error.identity
        case .write: .write
        case .purposeMissing, .holdsCitizenID: .refused
        case .noCommandLine, .notArguments, .purposeTooLong, .fontMissing, .argumentNotText, .issuerUnreadable,
            .issuerNotText, .issuerTooLong:
            .usage
        }
    }

    /// What a drawing that failed means for whoever asked for it.
    init(_ error: SheetError) {
        switch error {
        case .notRecord(let key): self = .notRecord(key: key)
        case .purposeMissing: self = .purposeMissing
        case .purposeTooLong(let limit): self = .purposeTooLong(limit: limit)
        case .holdsCitizenID: self = .holdsCitizenID
        case .fontMissing(let family): self = .fontMissing(family)
        case .noPortrait(let absence): self = .noPortrait(absence)
        case .unexpectedPDF: self = .internal("PDF")
        case .outOfMemory: self = .internal("memory")
        }
    }
}
