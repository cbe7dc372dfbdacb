import ArgumentParser
import CardRecord
import DeskConfig
import HelpText
import Host
import RecordFiles
import RecordSeal
import Register
import RegisterStore
import ThaiIDCard

/// The whole register program: parses the command line, runs the command, and turns what went wrong into words and
/// an exit status.
public enum RegisterMain {
    /// The language of everything that is told to a person, settled before anything else runs.
    static let language = Language.asked(CommandLine.arguments)

    private static var wantsJSON: Bool { CommandLine.arguments.contains("--json") }

    /// Runs and never returns.
    public static func main() -> Never {
        Process.harden()
        Process.endOnInterrupt()
        do {
            var command = try RegisterTool.parseAsRoot(Language.without(Array(CommandLine.arguments.dropFirst())))
            try command.run()
            Process.end(0)
        } catch let status as ExitCode {
            Process.end(status.rawValue)
        } catch let fault as CommandFault {
            end(fault.report)
        } catch let error as FileFailure {
            end(CommandFault(error).report)
        } catch let error as RecordFilesError {
            end(CommandFault(error).report)
        } catch let fault as SettingsFault {
            end(CommandFault(fault).report)
        } catch let error as SettingsWriteError {
            end(CommandFault(error).report)
        } catch let error as RecoveryError {
            end(CommandFault(error).report)
        } catch let error as KeyPlaceError {
            end(CommandFault(error).report)
        } catch let error as StoreError {
            end(ErrorReport(RegisterError(error)))
        } catch let error as RegisterError {
            end(ErrorReport(error))
        } catch {
            endParsing(error)
        }
    }

    private static func end(_ report: ErrorReport) -> Never {
        Streams.tell(wantsJSON ? report.bilingualJSON.line + "\n" : report.text(in: language))
        Process.end(report.kind.exit)
    }

    /// Ends after what the parser throws: help that was asked for, or wrong options.
    private static func endParsing(_ error: any Error) -> Never {
        switch RegisterTool.exitCode(for: error) {
        case .success:
            guard
                (try? Streams.write(
                    RegisterTool.help.text(
                        RegisterTool.fullMessage(for: error), in: language, columns: ControllingTerminal.columns) + "\n"
                ))
                    != nil
            else {
                Process.end(FailureKind.write.exit)
            }
            Process.end(0)
        case .validationFailure where wantsJSON:
            end(ErrorReport(.usage, Words(RegisterTool.refusal(error).problem, CommandFault.seeHelp)))
        case .validationFailure:
            Streams.tell(SafeText.cleanLines(RegisterTool.refusal(error).text(in: language)) + "\n")
            Process.end(FailureKind.usage.exit)
        default:
            end(ErrorReport(RegisterError(.failed, "\(type(of: error))")))
        }
    }
}

extension Language {
    /// What `--lang` names, else the locale's.
    static func asked(_ arguments: [String]) -> Language {
        for (argument, next) in zip(arguments, arguments.dropFirst() + [""]) {
            let named = argument == "--lang" ? next : argument.hasPrefix("--lang=") ? String(argument.dropFirst(7)) : ""
            if let language = Language(rawValue: named) { return language }
        }
        return Process.isLocaleThai ? .thai : .english
    }

    /// The command line without it: every command has it, and none has to list it.
    static func without(_ arguments: [String]) -> [String] {
        var rest = arguments
        if let index = rest.firstIndex(of: "--lang"), rest.indices.contains(index + 1),
            Language(rawValue: rest[index + 1]) != nil
        {
            rest.removeSubrange(index...index + 1)
        }
        return rest.filter { !$0.hasPrefix("--lang=") || Language(rawValue: String($0.dropFirst(7))) == nil }
    }
}
