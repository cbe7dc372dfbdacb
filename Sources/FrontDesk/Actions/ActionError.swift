internal import CardRecord
package import DrawingProgram
package import Host
package import Printing
package import RecordFiles
package import RegisterProgram

/// Why an action came to nothing, this time or for good.
package enum ActionError: Error, Hashable {
    /// A record is not written into a file.
    case records(RecordFilesError)
    /// The sheet is not drawn.
    case drawing(DrawingProgramError)
    /// The printer takes no job.
    case printing(PrintingError)
    /// Whether the sheet came out of the printer before everything stopped is for a person to say.
    case paperUnsure
    /// The log has no key.
    case key(KeyFileError)
    /// The operator's or the printer's name repeats the citizen ID.
    case namesHoldCitizenID
    /// The program ended with another status than 0; `nil` where a signal ended it.
    case program(status: Int32?)
    /// The program cannot be started.
    case noProgram(SystemError)
    /// The program took longer than this.
    case slowProgram(Duration)
    /// The register did not save it.
    case register(RegisterProgramError)
    /// What stands at the file's head is no head of such rows.
    case otherHead(String)
    /// The spool holds what this release cannot read.
    case unreadable

    /// Whether it may go well by itself when it is tried again.
    var isPassing: Bool {
        switch self {
        case .paperUnsure, .namesHoldCitizenID, .otherHead, .unreadable, .records(.format), .records(.nameless): false
        case .drawing(.refused(let failure)): failure.kind != .refused
        case .register(let error): error.isPassing
        default: true
        }
    }

    static func file(_ failure: FileFailure) -> ActionError { .records(.file(failure)) }
}

/// Does something with files; what keeps it from being done is thrown as an action's error.
func asActionError<Result>(
    _ work: @autoclosure () throws(FileFailure) -> Result
) throws(ActionError) -> Result {
    do throws(FileFailure) { return try work() } catch { throw .file(error) }
}
