import CardExport

/// A file that the drawing program makes of records that it gets one by one.
///
/// A record passes through; what has been passed on is held by the drawing program alone.
final class Drawing {
    /// How long the drawing program may take over one record, or one part of the file.
    private static let limit = Duration.seconds(60)

    private let program: RunningProgram

    /// Starts the drawing program.
    init(_ format: DrawnFormat, _ options: FormatOptions) throws(ToolError) {
        let renderer = try Renderer(speaking: options.language)
        do throws(ChildProcess.Failure) {
            program = try RunningProgram(renderer.program)
            try program.feed(Renderer.head(format.arguments(options)), within: Self.limit)
        } catch {
            throw Renderer.meaning(of: error, limit: Self.limit)
        }
    }

    /// Passes a record on.
    func put(_ record: JSONRecord) throws(ToolError) {
        do throws(ChildProcess.Failure) {
            try program.feed(Array((record.json.line + "\n").utf8), within: Self.limit)
        } catch {
            throw Renderer.meaning(of: error, limit: Self.limit)
        }
        // It has refused one of the records so far, and says which.
        guard program.isListening else {
            try finish { _ in }
            throw .internal("thaiid-render")
        }
    }

    /// Hands out the file, a part at a time.
    func finish(_ take: ([UInt8]) throws(ToolError) -> Void) throws(ToolError) {
        let ending: ChildProcess.Ending
        do {
            ending = try program.finish(eachWithin: Self.limit, take)
        } catch let error as ToolError {
            throw error
        } catch {
            throw Renderer.meaning(of: .limit, limit: Self.limit)
        }
        try Renderer.check(ending)
    }
}
