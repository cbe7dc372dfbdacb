import CardFormats
import CardRecord
import SheetRequest
import ThaiIDCard

/// A line of the log of sheets, in one of two kinds: a sheet that is about to leave, and one that did
/// not get there. None holds a name, and the citizen ID only as a keyed hash.
enum SheetLogLine {
    case issued(SheetJob, copies: Int, printer: String?, file: PageFormat?, holder: String?)
    /// The sheet of the line before with this number came to nothing, by the code of an error.
    case failed(AuditNumber, code: String)

    /// The line as JSON. `now` is the clock's time; that on the sheet may have been given.
    func json(at now: String) -> JSONValue {
        let head: (String, AuditNumber) -> [JSONValue.Member] = { event, audit in
            [
                .init(.sheetLog), .init(name: "event", value: .string(event)),
                .init(name: "at", value: .string(now)), .init(name: "audit", value: .string(audit.description)),
            ]
        }
        switch self {
        case .failed(let audit, let code):
            return .object(head("failed", audit) + [.init(name: "code", value: .string(code))])
        case .issued(let job, let copies, let printer, let file, let holder):
            return .object(
                head("issued", job.request.audit) + [
                    .init(name: "sheetAt", value: .string(job.request.at.iso)),
                    .init(name: "purpose", value: .string(job.request.purpose)),
                    .init(name: "sections", value: .array(job.request.sections.sections.map { .string($0.rawValue) })),
                    .init(name: "masked", value: .bool(job.request.isMasked)),
                    .init(name: "printer", value: JSONValue(printer)),
                    .init(name: "copies", value: printer == nil ? .null : .integer(copies)),
                    .init(name: "file", value: JSONValue(file?.rawValue)),
                    .init(name: "operator", value: .string(job.operator)),
                    .init(name: "holder", value: JSONValue(holder)),
                ])
        }
    }
}
