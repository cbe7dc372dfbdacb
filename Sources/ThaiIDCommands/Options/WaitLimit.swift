import ArgumentParser

/// How long to wait for a card.
enum WaitLimit: Hashable, ExpressibleByArgument, CustomStringConvertible {
    /// As long as it takes.
    case forever
    /// So many seconds.
    case seconds(Int)

    init?(argument: String) {
        if argument == "forever" {
            self = .forever
        } else {
            guard let seconds = Int(argument), (0...86_400).contains(seconds) else { return nil }
            self = .seconds(seconds)
        }
    }

    var description: String {
        switch self {
        case .forever: "forever"
        case .seconds(let seconds): "\(seconds)"
        }
    }
}
