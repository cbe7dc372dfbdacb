import ArgumentParser
import CardFormats
import CardRecord
import CardWorkbook
import SheetRequest
import ThaiIDCard

extension RenderTool {
    /// `thaiid-render xlsx`: records as a workbook.
    struct XLSX: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: WorkbookRequest.command, abstract: "Write records as a workbook for Excel.",
            discussion: """
                Takes any number of records, one a line. Citizen IDs and all other texts are text cells, whole \
                days are dates; no cell is a formula. The same records give the same bytes.
                """)

        @Option(
            help: ArgumentHelp(
                "Columns, by their paths in the record: citizenID,nameThai.first,birthDate.iso,read.at,…",
                valueName: "a,b,…"))
        var columns: ColumnList?

        @Option(
            help: ArgumentHelp(
                "Put words above the columns instead of their paths, in Thai (th) or English (en).",
                valueName: "language"),
            transform: language)
        var headings: Language?

        @Flag(help: "Show the photo in a last column.")
        var photo = false

        @OptionGroup var errors: ErrorForm

        var request: WorkbookRequest {
            var request = WorkbookRequest()
            request.columns = columns?.columns.map(\.name)
            request.headings = headings
            request.hasPhotos = photo
            return request
        }

        func run() throws {
            let workbook = try Self.workbook { () throws(WorkbookError) in
                try Workbook(
                    columns: columns?.columns ?? Column.usual, headings: request.headings, hasPhotos: request.hasPhotos)
            }
            try RecordLines.read { record, line throws(DrawingFailure) in
                do throws(WorkbookError) {
                    try workbook.append(record)
                } catch {
                    guard case .tooLong(let column) = error else { throw DrawingFailure(error) }
                    throw .badLine(line, key: column)
                }
            }
            try Self.workbook { () throws(WorkbookError) in try workbook.finish() }
            while true {
                let part = try Self.workbook { () throws(WorkbookError) in try workbook.nextPart() }
                guard !part.isEmpty else { return Self.tell(refusedPhotos: workbook.refusedPhotos) }
                try StandardStreams.write(part)
            }
        }

        private static func tell(refusedPhotos count: Int) {
            guard count > 0 else { return }
            let words = Bilingual(
                "ไม่แสดงรูปถ่าย \(count) รูป: ไฟล์เสียหายหรือไม่ใช่แบบที่บัตรใช้",
                "Photos not shown: \(count), damaged or unlike those that cards hold.")
            StandardStreams.tell(words[RenderProgram.language] + "\n")
        }

        private static func language(_ text: String) throws -> Language {
            guard let language = Language(rawValue: text) else {
                throw ValidationError("There is no language ‘\(text)’.")
            }
            return language
        }

        private static func workbook<Result>(
            _ work: () throws(WorkbookError) -> Result
        ) throws(DrawingFailure) -> Result {
            do throws(WorkbookError) { return try work() } catch { throw DrawingFailure(error) }
        }
    }
}
