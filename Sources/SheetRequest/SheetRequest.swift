package import ThaiIDCard

/// A sheet that is asked for.
package struct SheetRequest: DrawingRequest {
    package static let command = "sheet"

    package var purpose: String
    package var audit: AuditNumber
    package var at: Moment
    package var format = PageFormat.pdf
    package var paper = Paper.a4
    /// `nil` for Thai, of which the operator need not know any.
    package var language: SheetLanguage?
    package var sections = SectionList(SheetSection.usual)
    package var isMasked = false
    /// A text file of who makes the sheet.
    package var issuerBlock: String?
    /// The family of its letters; `nil` for the usual one.
    package var font: String?
    /// Which release made it; `nil` for the drawing program's own.
    package var toolVersion: String?
    /// Whether not the sheet is wanted, but where everything stands on it.
    package var isLayout = false

    package init(purpose: String, audit: AuditNumber, at: Moment) {
        self.purpose = purpose
        self.audit = audit
        self.at = at
    }

    package var options: [String] {
        var options = [
            "--purpose=\(purpose)", "--audit=\(audit)", "--at=\(at.iso)", "--format=\(format.rawValue)",
            "--paper=\(paper.rawValue)", "--sections=\(sections.argument)",
        ]
        if let toolVersion { options.append("--tool-version=\(toolVersion)") }
        if isMasked { options.append("--mask") }
        if !sections.sections.contains(.photo) { options.append("--no-photo") }
        if let language { options.append("--lang=\(language.rawValue)") }
        if let issuerBlock { options.append("--issuer-block=\(issuerBlock)") }
        if let font { options.append("--font=\(font)") }
        if isLayout { options.append("--layout") }
        return options
    }
}
