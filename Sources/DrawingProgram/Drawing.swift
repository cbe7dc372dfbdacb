package import CardFormats
package import CardRecord
package import Host
import SheetRequest

/// A file that the drawing program makes of records that it gets one by one.
///
/// A record passes through; what has been passed on is held by the drawing program alone.
package final class Drawing {
    /// How long the drawing program may take over one record of many, or one part of their file.
    private static let limit = Duration.seconds(60)

    private let renderer: Renderer
    private let program: RunningProgram
    /// Until when a page has to be there; `nil` for a file of records without end.
    private let deadline: ContinuousClock.Instant?

    /// Starts the drawing program.
    ///
    /// - Parameter hear: gets the lines that the program has to say of a file that it made.
    package init(
        _ format: DrawnFormat, _ options: FormatOptions, hear: @escaping @Sendable ([String]) -> Void
    ) throws(DrawingProgramError) {
        renderer = try Renderer(speaking: options.language, hear: hear)
        deadline = format.holdsOne ? .now + Renderer.limit : nil
        do throws(ChildProcess.Failure) {
            program = try RunningProgram(renderer.program)
            try program.feed(Renderer.head(format.request(options)), within: Self.limit)
        } catch {
            throw DrawingProgramError(error, limit: Renderer.limit)
        }
    }

    /// Passes a record on.
    package func put(_ record: JSONRecord) throws(DrawingProgramError) {
        do throws(ChildProcess.Failure) {
            try program.feed(Array((record.json.line + "\n").utf8), within: left ?? Self.limit)
        } catch {
            throw DrawingProgramError(error, limit: told)
        }
        // It has refused one of the records so far, and says which.
        guard program.isListening else {
            try finish { _ in }
            throw .deaf
        }
    }

    /// Hands out the file, a part at a time.
    package func finish(_ take: ([UInt8]) throws(FileFailure) -> Void) throws(DrawingProgramError) {
        let ending: ChildProcess.Ending
        do {
            ending =
                try left.map { try program.finish(within: $0, take) } ?? program.finish(eachWithin: Self.limit, take)
        } catch let failure as FileFailure {
            throw .notTaken(failure)
        } catch {
            throw .slow(told)
        }
        try renderer.check(ending)
    }

    /// How much is left of a page's time.
    private var left: Duration? { deadline.map { ContinuousClock.now.duration(to: $0) } }

    /// The limit that is named where it was broken.
    private var told: Duration { deadline == nil ? Self.limit : Renderer.limit }
}

extension DrawingProgramError {
    /// What it means that the program did not come to an end of its own.
    package init(_ failure: ChildProcess.Failure, limit: Duration) {
        switch failure {
        case .notStarted: self = .missing
        case .limit: self = .slow(limit)
        }
    }
}
