import ArgumentParser
import CardSources

/// How long to wait for a card.
enum WaitLimit: Hashable, ExpressibleByArgument, CustomStringConvertible {
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

    var description: String {
        switch self {
        case .forever: "forever"
        case .seconds(let seconds): "\(seconds)"
        case .unreadable(let text): text
        }
    }
}
