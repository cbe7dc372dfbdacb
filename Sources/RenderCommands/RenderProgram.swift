import ArgumentParser
import CardFormats
import CardRecord
import CardSheet
import Host
import SheetRequest
import ThaiIDCard

/// The whole drawing program: parses the command line, runs the command, and turns what went wrong
/// into words and an exit status.
public enum RenderProgram {
    /// The arguments; the first line of standard input where the command line says so.
    private static let arguments = Result { () throws(DrawingFailure) in try ProgramArguments.all() }
    /// The language of everything that is told to a person, settled before anything else runs.
    static let language = Surroundings.language((try? arguments.get()) ?? [])

    /// Whether a program reads what goes wrong.
    private static var wantsJSON: Bool { (try? arguments.get())?.contains(ArgumentLine.jsonErrors) == true }

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
            end(DrawingFailure(error), language)
        } catch let error as DrawingFailure {
            end(error, language)
        } catch {
            endParsing(error, language)
        }
    }

    private static func end(_ error: DrawingFailure, _ language: Language) -> Never {
        let report = ErrorReport(error)
        StandardStreams.tell(wantsJSON ? report.json.line + "\n" : report.text(in: language))
        Process.end(report.kind.exit)
    }

    /// Ends after what the parser throws: help that was asked for, or wrong options.
    private static func endParsing(_ error: any Error, _ language: Language) -> Never {
        switch RenderTool.exitCode(for: error) {
        case .success:
            do throws(DrawingFailure) {
                try StandardStreams.write(Array((RenderTool.fullMessage(for: error) + "\n").utf8))
            } catch {
                end(error, language)
            }
            Process.end(0)
        case .validationFailure where wantsJSON:
            end(.usage(RenderTool.message(for: error)), language)
        case .validationFailure:
            StandardStreams.tell(SafeText.cleanLines(RenderTool.fullMessage(for: error)) + "\n")
            Process.end(FailureKind.usage.exit)
        default:
            end(.internal("\(type(of: error))"), language)
        }
    }
}

/// What the program takes from where it runs: the language of its messages, and nothing else.
enum Surroundings {
    /// The language of messages: `--lang` where it names one, else the locale's.
    static func language(_ arguments: [String]) -> Language {
        for (argument, next) in zip(arguments, arguments.dropFirst() + [""]) {
            let named = argument == "--lang" ? next : argument.hasPrefix("--lang=") ? String(argument.dropFirst(7)) : ""
            if named == "both" { return .thai }
            if let language = Language(rawValue: named) { return language }
        }
        return Process.isLocaleThai ? .thai : .english
    }

    /// Hides from the drawing libraries what would make one machine's drawing differ from another's.
    static func neutralise() {
        Process.forget([
            "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "TZ", "FC_LANG", "PANGO_LANGUAGE",
            "PANGOCAIRO_BACKEND", "SOURCE_DATE_EPOCH",
        ])
    }
}
