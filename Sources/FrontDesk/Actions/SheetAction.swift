internal import CardRecord
package import SheetRequest
internal import ThaiIDCard

/// The page that stands in for a photocopy: on paper, in a folder, or both, with its line in the log.
package struct SheetAction: Hashable, Sendable {
    /// The sheet, with its number and time: drawn again it has the same bytes.
    package let request: SheetRequest
    /// Who makes it, for the log.
    package let `operator`: String
    /// Where it is printed, as it stands on a command line; `nil` where it is not.
    package let printer: String?
    package let copies: Int
    /// Where its PDF goes; `nil` where it goes nowhere.
    package let folder: String?
    /// The log and its key.
    package let log: LogPlace?

    package struct LogPlace: Hashable, Sendable {
        package let path: String
        package let key: String

        package init(path: String, key: String) { (self.path, self.key) = (path, key) }
    }

    package init(
        request: SheetRequest, operator: String, printer: String?, copies: Int, folder: String?, log: LogPlace?
    ) {
        (self.request, self.operator, self.printer) = (request, `operator`, printer)
        (self.copies, self.folder, self.log) = (copies, folder, log)
    }

    var members: [JSONValue.Member] {
        [
            .init(name: "options", value: .array(request.options.map(JSONValue.string))),
            .init(name: "operator", value: .string(`operator`)), .init(name: "printer", value: JSONValue(printer)),
            .init(name: "copies", value: .integer(copies)), .init(name: "folder", value: JSONValue(folder)),
            .init(name: "log", value: JSONValue(log?.path)), .init(name: "logKey", value: JSONValue(log?.key)),
        ]
    }

    init?(json: JSONValue) {
        guard case .array(let options)? = json["options"],
            let request = SheetRequest(options: options.compactMap(\.string)),
            let name = json["operator"]?.string, let copies = json["copies"]?.integer
        else { return nil }
        let log = json["log"]?.string.flatMap { path in
            json["logKey"]?.string.map { LogPlace(path: path, key: $0) }
        }
        self.init(
            request: request, operator: name, printer: json["printer"]?.string, copies: copies,
            folder: json["folder"]?.string, log: log)
    }
}

extension SheetRequest {
    /// Takes back what `options` gives; `nil` for anything else.
    init?(options: [String]) {
        let pairs = options.map { option in
            let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            return (parts[0], parts.count > 1 ? parts[1] : "")
        }
        let values = Dictionary(pairs) { first, _ in first }
        guard let purpose = values["--purpose"], let audit = values["--audit"].flatMap({ AuditNumber($0) }),
            let at = values["--at"].flatMap({ Moment(iso: $0) }),
            let format = values["--format"].flatMap(PageFormat.init(rawValue:)),
            let paper = values["--paper"].flatMap(Paper.init(rawValue:)),
            let sections = values["--sections"].flatMap({ SectionList(argument: $0) })
        else { return nil }
        self.init(purpose: purpose, audit: audit, at: at)
        (self.format, self.paper, self.sections) = (format, paper, sections)
        language = values["--lang"].flatMap(SheetLanguage.init(rawValue:))
        isMasked = values["--mask"] != nil
        (issuerBlock, font) = (values["--issuer-block"], values["--font"])
        toolVersion = values["--tool-version"]
        guard self.options == options else { return nil }
    }
}
