import ArgumentParser
import CardSources

/// How long to wait for a card.
///
/// The parser describes the default at every start. What can write itself is found by the first search for a way to do so;
/// any other way takes a second search through all conformances of the program.
enum WaitLimit: Hashable, ExpressibleByArgument, TextOutputStreamable {
    /// As long as it takes.
    case forever
    /// So many seconds.
    case seconds(Int)
    /// Something else, to be refused: the parser would take what this type refuses for no limit.
    case unreadable(String)

    init?(argument: String) {
        if argument == "forever" {
            self = .forever
        } else if let seconds = Int(argument), (0...86_400).contains(seconds) {
            self = .seconds(seconds)
        } else {
            self = .unreadable(argument)
        }
    }

    /// The same for whoever waits.
    var wait: ReaderChoice.Wait {
        switch self {
        case .forever: .forever
        case .seconds(let seconds): .upTo(.seconds(seconds))
        case .unreadable: .never
        }
    }

    func write(to target: inout some TextOutputStream) {
        switch self {
        case .forever: target.write("forever")
        case .seconds(let seconds): target.write("\(seconds)")
        case .unreadable(let text): target.write(text)
        }
    }
}

/// How long a read may take.
struct TimeoutOption: ParsableArguments {
    @Option(help: help)
    var timeout: Int?

    func validate() throws { try Self.check(timeout) }

    /// What the option is for.
    static var help: ArgumentHelp {
        ArgumentHelp("Give up when reading takes longer than this.", valueName: "seconds")
    }

    /// Refuses a time that is none for a read.
    static func check(_ timeout: Int?) throws {
        if let timeout, !(1...3600).contains(timeout) {
            throw ValidationError(thai: "--timeout รับ 1 ถึง 3600 วินาที", english: "--timeout takes 1 to 3600 seconds.")
        }
    }
}
