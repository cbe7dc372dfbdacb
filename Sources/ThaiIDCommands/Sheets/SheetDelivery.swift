import Host
import Printing
import SheetRequest
import ThaiIDCard

/// Brings a drawn sheet to a printer and into a file. The file takes its name last: paper cannot be
/// called back, but a file whose printing failed is not there.
struct SheetDelivery {
    /// `nil` for standard output, where there is a format.
    let file: OutputFile?
    /// As what it is written; `nil` where it is only printed.
    let fileFormat: PageFormat?
    let printer: Printer?
    let copies: Int

    /// As what the sheet has to be drawn.
    var formats: [PageFormat] {
        PageFormat.allCases.filter { $0 == fileFormat || ($0 == .pdf && printer != nil) }
    }

    /// Delivers a sheet.
    ///
    /// - Parameter line: what goes to standard output before the file is in its place.
    /// - Returns: What there is to tell a person.
    func deliver(
        _ drawn: [PageFormat: [UInt8]], _ job: SheetJob, printing line: String
    ) throws(ToolError) -> [Bilingual] {
        var draft: FileDraft?
        if let file, let fileFormat, let bytes = drawn[fileFormat] {
            draft = try asToolError(try FileDraft(of: file, holding: bytes))
        }
        var news = [Bilingual("เอกสารเลขที่ \(job.request.audit)", "Sheet \(job.request.audit)")]
        if let printer, let pdf = drawn[.pdf] {
            let said = try asToolError(
                printing: try printer.print(
                    pdf, title: "thaiid \(job.request.audit)", copies: copies, paper: job.request.paper))
            news += said.map(Self.job)
        }
        try Output.write(line)
        if let draft { try asToolError(try draft.keep()) }
        if file == nil, let fileFormat, let bytes = drawn[fileFormat] { try Output.write(bytes) }
        return news
    }

    /// What `lp` says of a job (`request id is office-12 (0 file(s))`), in the reader's language.
    private static func job(_ said: String) -> Bilingual {
        let words = said.split(separator: " ")
        guard words.count > 3, words[..<3] == ["request", "id", "is"] else { return Bilingual(said, said) }
        return Bilingual("งานพิมพ์ \(words[3]) เข้าคิวแล้ว", "Print job \(words[3]) is in the queue.")
    }
}
