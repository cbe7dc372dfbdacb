import CardPortrait
import CardRecord
import CardSheet
import CardWorkbook

extension DrawingFailure {
    /// What a drawing that failed means for whoever asked for it.
    init(_ error: SheetError) {
        switch error {
        case .notRecord(let key): self = .notRecord(key: key)
        case .purposeMissing: self = .purposeMissing
        case .purposeTooLong(let limit): self = .purposeTooLong(limit: limit)
        case .holdsCitizenID: self = .holdsCitizenID
        case .fontMissing(let family): self = .fontMissing(family)
        case .noPortrait(let absence): self = .noPortrait(Absence(absence))
        case .tooManyPages(let limit): self.init(.tooManyPages, numbers: [limit])
        case .unexpectedPDF: self = .internal("PDF")
        case .outOfMemory: self = .internal("memory")
        }
    }

    /// What it means that records make no workbook.
    init(_ error: WorkbookError) {
        switch error {
        case .tooManyRecords(let limit): self.init(.tooManyRecords, numbers: [limit])
        case .tooManyPhotos(let limit): self.init(.tooManyPhotos, numbers: [limit])
        case .tooLong(let column): self.init(.cellTooLong, [column])
        case .notWritten(let reason): self.init(.workbookNotWritten, [reason])
        case .library(let code): self = .internal("xlsx \(code)")
        }
    }
}

extension DrawingFailure.Absence {
    init(_ absence: PortraitAbsence) {
        switch absence {
        case .notOnCard: self = .notOnCard
        case .notRead, .notWanted: self = .notRead
        case .notRecorded: self = .notRecorded
        case .failed: self = .failed
        case .damaged: self = .damaged
        case .progressive: self = .progressive
        case .refused: self = .refused
        }
    }
}
