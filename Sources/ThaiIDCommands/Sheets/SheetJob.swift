import AuditLog
import SheetRequest
import ThaiIDCard

/// A sheet that is to be made, all of it settled.
struct SheetJob {
    /// What the drawing program is told to do, but for the format. Nothing of the card is in it.
    var request: SheetRequest
    /// Who makes it. This goes into the log alone.
    var `operator`: String

    /// What has to be read of the card: what is shown, and the number that proves the read.
    var fields: [Field] {
        let keys = Set([Field.citizenID.key] + request.sections.sections.flatMap(\.fields))
        return Field.all.filter { keys.contains($0.key) }
    }

    /// The sheet as it is to be drawn in one of its formats.
    func request(_ format: PageFormat) -> SheetRequest {
        var request = request
        request.format = format
        return request
    }
}

extension IssuedSheet {
    /// What the log keeps of a sheet, and of where it goes.
    init(_ job: SheetJob, copies: Int, printer: String?, file: PageFormat?, holder: String?) {
        self.init(
            audit: job.request.audit.description, at: job.request.at.iso, purpose: job.request.purpose,
            sections: job.request.sections.sections.map(\.rawValue), isMasked: job.request.isMasked,
            operator: job.operator, copies: copies, printer: printer, file: file?.rawValue, holder: holder)
    }
}
