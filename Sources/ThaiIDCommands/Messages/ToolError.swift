import CardRecord
import CardTrace
import DeskConfig
import Pseudonyms
import SmartCard
import ThaiIDCard

/// Everything that can keep the tool from doing what it was asked. Scripts tell the cases apart by
/// what the contract calls them; people by the words in `ToolError+Words.swift`.
enum ToolError: Error, Hashable {
    /// A defect of ours, and where it was noticed.
    case `internal`(String, file: String = #fileID, line: Int = #line)
    /// The PC/SC service is not running.
    case noService
    /// The PC/SC service is of another version than the library, and does not talk to it.
    case serviceVersion
    /// The PC/SC service refuses this user.
    case accessDenied
    /// No reader is attached.
    case noReader
    /// No virtual reader takes the virtual card.
    case noVirtualReader(String)
    /// Several readers hold a Thai ID card, or none is the one named.
    case whichReader(asked: String?, there: [String])
    /// No card is in the reader, or none came in time.
    case noCard(waited: Bool)
    /// The card was pulled, the reader unplugged, the service stopped, or another card put in.
    case cardRemoved(Removal)
    /// The card does not answer.
    case cardMute
    /// A card of another kind.
    case notThaiID(StatusWord?)
    /// Of several slots none holds a Thai ID card that answers: which hold another card, and which
    /// one that does not answer.
    case noThaiCard(foreign: [String], mute: [String])
    /// A data version that is not supported.
    case cardVersion(String)
    /// Another program holds the card.
    case cardInUse
    /// The card's data contradict themselves.
    case cardData(DataProblem)
    /// The card broke a limit.
    case limit(ChannelLimits.Kind)
    /// A recording, or a record to make a card of, is not what it should be.
    case recording(RecordingProblem)
    /// Output could not be written.
    case write(to: String, reason: String)
    /// A rule of the tool's own.
    case refused(Refusal)
    /// The read took longer than `--timeout`.
    case timeout(seconds: Int)
    /// A sheet or a portrait is not drawn, not printed, or must not be without a line in the log.
    case document(DocumentProblem)
    /// Wrong options.
    case usage(Bilingual)
    /// The system does not show this process its command line.
    case noCommandLine
    /// A format needs this option.
    case optionMissing(String)
    /// Settings are not understood, or not there.
    case settings(SettingsFault)
    /// A command to be sent is not in the notation for commands.
    case notation(command: Int, column: Int, CommandSyntaxError.Expectation)
    /// Something that was to be done with a card is not done.
    case desk(DeskProblem)
    /// The register did not save a record, or is not there.
    case register(RegisterProblem)
    /// No commands to be sent, or too many.
    case commandCount(Int, longest: Int)

    /// How a card went away.
    enum Removal: Hashable {
        case card, reader, service, swapped
    }

    /// How data contradict themselves.
    enum DataProblem: Hashable {
        case checkDigit
        case refused(Range<Int>, StatusWord)
        case length(Range<Int>, count: Int)
        case field(String)
        case answer(count: Int)
        case code(UInt32)
        case badNumbers(Int, of: IDReport.Source, at: [Int])
        case status(command: Int, StatusWord, expected: StatusWord)
    }

    /// What is wrong with a recording.
    enum RecordingProblem: Hashable {
        case unreadable(file: String, reason: String)
        case tooLarge(file: String, limit: Int)
        case unrecognised(file: String)
        case syntax(file: String, line: Int, column: Int, expected: String)
        case notRecord(file: String, key: String)
        case notEncodable(file: String, field: String)
        case lacks(String)
        case offScript(step: Int)
        case badRecord(file: String, line: Int, key: String)
        case lacksField(String)
        case noRecord
        case leftOut(Int)
    }

    /// Which rule refuses.
    enum Refusal: Hashable {
        case exists(String)
        case link(String)
        case recordingOnTerminal
        case unsafe(command: Int, header: [UInt8])
        case shortKey(file: String, shortest: Int)
        case unknownBytes(file: String, [UnknownBytes])
        case originalFound(file: String, field: String)
        case tooManyCards(file: String)
        case terminal(format: String)
        case severalRecords(format: String)
        case purposeMissing
        case namesHoldCitizenID
        case severalForSheet(String)
        case logKeyMissing
        case logKeyOpen(String)
        case logKeyShort(String, least: Int)
        case notTerminal
        case plainTerminal
    }

    /// What the contract calls each case.
    var identity: FailureKind {
        switch self {
        case .internal: .internal
        case .noService, .serviceVersion: .noService
        case .accessDenied: .accessDenied
        case .noReader, .noVirtualReader: .noReader
        case .whichReader: .whichReader
        case .noCard: .noCard
        case .cardRemoved: .cardRemoved
        case .cardMute: .cardMute
        case .notThaiID: .notThaiID
        case .noThaiCard(let foreign, let mute):
            // Beside an empty slot, what has always been mute is no card: see `CardSearch`.
            foreign.isEmpty ? .noCard : mute.isEmpty ? .notThaiID : .cardMute
        case .cardVersion: .cardVersion
        case .cardInUse: .cardInUse
        case .cardData: .cardData
        case .limit: .limit
        case .recording: .recording
        case .write: .write
        case .refused: .refused
        case .timeout: .timeout
        case .document(let problem): problem.identity
        case .desk(let problem): problem.identity
        case .register(let problem): problem.identity
        case .usage, .noCommandLine, .optionMissing, .settings, .notation, .commandCount: .usage
        }
    }
}

extension ErrorReport {
    /// Reports what kept the tool from doing what it was asked.
    init(error: ToolError, reader: String? = nil) { self.init(error.identity, error.words, reader: reader) }
}
