import CardFormats
import CardRecord
import Host
import SheetRequest

/// A file that the drawing program makes of records that it gets one by one.
///
/// A record passes through; what has been passed on is held by the drawing program alone.
final class Drawing {
    /// How long the drawing program may take over one record of many, or one part of their file.
    private static let limit = Duration.seconds(60)

    private let program: RunningProgram
    /// Until when a page has to be there; `nil` for a file of records without end.
    private let deadline: ContinuousClock.Instant?

    /// Starts the drawing program.
    init(_ format: DrawnFormat, _ options: FormatOptions) throws(ToolError) {
        let renderer = try Renderer(speaking: options.language)
        deadline = format.holdsOne ? .now + Renderer.limit : nil
        do throws(ChildProcess.Failure) {
            program = try RunningProgram(renderer.program)
            try program.feed(Renderer.head(format.request(options)), within: Self.limit)
        } catch {
            throw Renderer.meaning(of: error, limit: Renderer.limit)
        }
    }

    /// Passes a record on.
    func put(_ record: JSONRecord) throws(ToolError) {
        do throws(ChildProcess.Failure) {
            try program.feed(Array((record.json.line + "\n").utf8), within: left ?? Self.limit)
        } catch {
            throw Renderer.meaning(of: error, limit: told)
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
            ending =
                try left.map { try program.finish(within: $0, take) } ?? program.finish(eachWithin: Self.limit, take)
        } catch let error as ToolError {
            throw error
        } catch {
            throw Renderer.meaning(of: .limit, limit: told)
        }
        try Renderer.check(ending)
    }

    /// How much is left of a page's time.
    private var left: Duration? { deadline.map { ContinuousClock.now.duration(to: $0) } }

    /// The limit that is named where it was broken.
    private var told: Duration { deadline == nil ? Self.limit : Renderer.limit }
}
