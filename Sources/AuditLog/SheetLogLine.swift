package import CardRecord
internal import ThaiIDCard

/// A line of the log of sheets, in one of two kinds: a sheet that is about to leave, and one that did
/// not get there. None holds a name, and the citizen ID only as a keyed hash.
package enum SheetLogLine {
    case issued(IssuedSheet)
    /// The sheet of the line before with this number came to nothing, by the code of an error.
    case failed(audit: String, code: String)

    /// The line as JSON. `now` is the clock's time; that on the sheet may have been given.
    package func json(at now: String) -> JSONValue {
        let head: (String, String) -> [JSONValue.Member] = { event, audit in
            [
                .init(.sheetLog), .init(name: "event", value: .string(event)),
                .init(name: "at", value: .string(now)), .init(name: "audit", value: .string(audit)),
            ]
        }
        switch self {
        case .failed(let audit, let code):
            return .object(head("failed", audit) + [.init(name: "code", value: .string(code))])
        case .issued(let sheet):
            return .object(
                head("issued", sheet.audit) + [
                    .init(name: "sheetAt", value: .string(sheet.at)),
                    .init(name: "purpose", value: .string(sheet.purpose)),
                    .init(name: "sections", value: .array(sheet.sections.map { .string($0) })),
                    .init(name: "masked", value: .bool(sheet.isMasked)),
                    .init(name: "printer", value: JSONValue(sheet.printer)),
                    .init(name: "copies", value: sheet.printer == nil ? .null : .integer(sheet.copies)),
                    .init(name: "file", value: JSONValue(sheet.file)),
                    .init(name: "operator", value: .string(sheet.operator)),
                    .init(name: "holder", value: JSONValue(sheet.holder)),
                ])
        }
    }
}

/// What the log keeps of a sheet, in the words of the contract.
package struct IssuedSheet {
    package let audit: String
    /// The time that stands on it.
    package let at: String
    package let purpose: String
    package let sections: [String]
    package let isMasked: Bool
    package let `operator`: String
    package let copies: Int
    /// Where it is printed, if it is.
    package let printer: String?
    /// As what it is written, if it is.
    package let file: String?
    /// The hash of the holder's citizen ID.
    package let holder: String?

    package init(
        audit: String, at: String, purpose: String, sections: [String], isMasked: Bool, operator: String,
        copies: Int, printer: String?, file: String?, holder: String?
    ) {
        (self.audit, self.at, self.purpose, self.sections) = (audit, at, purpose, sections)
        (self.isMasked, self.operator) = (isMasked, `operator`)
        (self.copies, self.printer, self.file, self.holder) = (copies, printer, file, holder)
    }
}
