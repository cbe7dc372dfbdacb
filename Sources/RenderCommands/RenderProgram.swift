import ArgumentParser
import CardFormats
import CardRecord
import CardSheet
import Host
import ThaiIDCard

/// The whole drawing program: parses the command line, runs the command, and turns what went wrong
/// into words and an exit status.
public enum RenderProgram {
    /// The arguments; the first line of standard input where the command line says so.
    private static let arguments = Result { () throws(RenderError) in try ProgramArguments.all() }
    /// The language of everything that is told to a person, settled before anything else runs.
    static let language = Surroundings.language((try? arguments.get()) ?? [])

    /// Runs and never returns.
    public static func main() -> Never {
        Process.harden()
        let language = language
        Surroundings.neutralise()
        do {
            var command = try RenderTool.parseAsRoot(try arguments.get())
            try command.run()
            Process.end(0)
        } catch let error as SheetError {
            end(RenderError(error), language)
        } catch let error as RenderError {
            end(error, language)
        } catch {
            endParsing(error, language)
        }
    }

    private static func end(_ error: RenderError, _ language: Language) -> Never {
        StandardStreams.tell(ErrorReport(error.identity, error.words).text(in: language))
        Process.end(error.identity.exit)
    }

    /// Ends after what the parser throws: help that was asked for, or wrong options.
    private static func endParsing(_ error: any Error, _ language: Language) -> Never {
        switch RenderTool.exitCode(for: error) {
        case .success:
            do throws(RenderError) {
                try StandardStreams.write(Array((RenderTool.fullMessage(for: error) + "\n").utf8))
            } catch {
                end(error, language)
            }
            Process.end(0)
        case .validationFailure:
            StandardStreams.tell(SafeText.cleanLines(RenderTool.fullMessage(for: error)) + "\n")
            Process.end(FailureKind.usage.exit)
        default:
            end(.internal("\(type(of: error))"), language)
        }
    }
}
