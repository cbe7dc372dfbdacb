import ArgumentParser
import CardFormats
import CardRecord
import CardSources
import HelpText
import Host
import ThaiIDCard

/// The whole program: parses the command line, runs the command, and turns what went wrong into
/// words and an exit status.
public enum Program {
    /// Runs and never returns.
    ///
    /// It ends without the C library's farewells: a thread may still be inside a call of PC/SC, and finds
    /// nothing taken away from under it. Everything was written when it was said.
    public static func main() -> Never {
        Process.harden()
        // The service lets go of the card by itself.
        Process.endOnInterrupt()
        var (invocation, arguments) = (Invocation([]), [String]())
        guard !CommandLine.arguments.isEmpty else { end(ErrorReport(error: .noCommandLine), invocation) }
        do {
            arguments = try Invocation.words()
            invocation = Invocation(arguments)
            arguments = Invocation.withoutLanguage(arguments)
            var command = try Tool.parse(naming: arguments)
            try command.run()
            Process.end(0)
        } catch let failure as ReaderFailure {
            end(ErrorReport(error: failure.error, reader: failure.reader), invocation)
        } catch let error as CardSourceError {
            let failure = ReaderFailure(error)
            end(ErrorReport(error: failure.error, reader: failure.reader), invocation)
        } catch let error as ToolError {
            end(ErrorReport(error: error), invocation)
        } catch let failure as FileFailure {
            end(ErrorReport(error: ToolError(failure)), invocation)
        } catch let status as ExitCode {
            Process.end(status.rawValue)
        } catch {
            endParsing(error, arguments, invocation)
        }
    }

    private static func end(_ report: ErrorReport, _ invocation: Invocation) -> Never {
        Output.tell(invocation.wantsJSON ? report.json.line + "\n" : report.text(in: invocation.language))
        Process.end(report.kind.exit)
    }

    /// Ends after what the parser throws: help that was asked for, wrong options, or a defect.
    private static func endParsing(_ error: any Error, _ arguments: [String], _ invocation: Invocation) -> Never {
        switch Tool.exitCode(for: error) {
        case .success:
            do throws(ToolError) {
                try Output.write(
                    Tool.help.text(
                        Tool.fullMessage(for: error), in: invocation.language, columns: ControllingTerminal.columns)
                        + "\n")
            } catch {
                end(ErrorReport(error: error), invocation)
            }
            Process.end(0)
        case .validationFailure:
            let refusal = Tool.refusal(error, of: arguments)
            guard !invocation.wantsJSON else { end(ErrorReport(error: .usage(refusal.problem)), invocation) }
            // They quote the command line, and file names on it may be a stranger's.
            Output.tell(SafeText.cleanLines(refusal.text(in: invocation.language)) + "\n")
            Process.end(FailureKind.usage.exit)
        default:
            end(ErrorReport(error: .internal("\(type(of: error))")), invocation)
        }
    }
}
