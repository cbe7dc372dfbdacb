import ArgumentParser
import ThaiIDCard

/// A sheet that is to be made, all of it settled.
struct SheetJob {
    var purpose: String
    var audit: AuditNumber
    /// The time that stands on the sheet: `2026-11-23T09:41:07+07:00`.
    var at: String
    var sections: [SheetSection]
    var isMasked = false
    var paper = SheetPaper.a4
    var language: SheetLanguage?
    var issuerBlock: String?
    var font: String?
    /// Who makes it. This goes into the log alone.
    var `operator`: String

    /// What has to be read of the card: what is shown, and the number that proves the read.
    var fields: [Field] {
        let keys = Set([Field.citizenID.key] + sections.flatMap(\.fields))
        return Field.all.filter { keys.contains($0.key) }
    }

    /// What the drawing program is told to do. Nothing of the card is in it.
    func arguments(_ format: SheetFormat) -> [String] {
        var arguments = [
            "sheet", "--purpose=\(purpose)", "--audit=\(audit)", "--at=\(at)", "--format=\(format.rawValue)",
            "--paper=\(paper.rawValue)", "--sections=\(sections.map(\.rawValue).joined(separator: ","))",
            "--tool-version=\(Tool.configuration.version)",
        ]
        if isMasked { arguments.append("--mask") }
        if !sections.contains(.photo) { arguments.append("--no-photo") }
        if let language { arguments.append("--lang=\(language.rawValue)") }
        if let issuerBlock { arguments.append("--issuer-block=\(issuerBlock)") }
        if let font { arguments.append("--font=\(font)") }
        return arguments
    }
}
