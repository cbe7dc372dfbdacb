import CardFormats
import DrawingProgram
import RecordFiles
import ThaiIDCard

extension ToolError {
    /// What it means that records are not taken out of files, or not put into them.
    init(_ error: RecordFilesError) {
        switch error {
        case .file(let failure): self.init(failure)
        case .drawing(let error): self.init(error)
        case .format(.lacks(let field)): self = .recording(.lacksField(field))
        case .format(.needs(let option)): self = .optionMissing(option)
        case .nameless(let template): self = .recording(.lacksField(template))
        case .badRecord(let file, let line, let key): self = .recording(.badRecord(file: file, line: line, key: key))
        case .notRecord(let file, let key): self = .recording(.notRecord(file: file, key: key))
        case .severalRecords(let file): self = .refused(.severalForSheet(file))
        case .holdsOne(let format): self = .refused(.severalRecords(format: format))
        case .noRecord: self = .recording(.noRecord)
        }
    }

    /// What it means that there is no drawing.
    init(_ error: DrawingProgramError) {
        switch error {
        case .missing: self = .document(.noRenderer)
        case .slow(let limit): self = .document(.slowRenderer(seconds: Int(limit.components.seconds)))
        case .broken(let status): self = .document(.brokenRenderer(status: status))
        case .refused(let failure): self = .document(.refused(failure))
        case .notDrawn(let exit, let words): self = .document(.notDrawn(exit: exit, words: words))
        case .deaf: self = .internal("thaiid-render")
        case .notTaken(let failure): self.init(failure)
        }
    }
}

/// Does something with records in files; what keeps it from being done is thrown as the tool's own error.
func asToolError<Result>(records work: @autoclosure () throws(RecordFilesError) -> Result) throws(ToolError) -> Result {
    do throws(RecordFilesError) { return try work() } catch { throw ToolError(error) }
}

/// Has something drawn; what keeps it from being done is thrown as the tool's own error.
func asToolError<Result>(
    drawing work: @autoclosure () throws(DrawingProgramError) -> Result
) throws(ToolError) -> Result {
    do throws(DrawingProgramError) { return try work() } catch { throw ToolError(error) }
}

extension Renderer {
    /// Finds the program, and tells what it has to say.
    init(speaking language: Language) throws(ToolError) {
        self = try asToolError(drawing: try Renderer(speaking: language, hear: Output.tell(lines:)))
    }
}

extension Output {
    /// Tells a person lines that are safe to show.
    @Sendable static func tell(lines: [String]) { tell(lines.map { $0 + "\n" }.joined()) }
}
