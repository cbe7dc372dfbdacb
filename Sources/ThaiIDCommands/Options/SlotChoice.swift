import ArgumentParser

/// Which of the two virtual readers.
enum SlotChoice: String, ExpressibleByArgument, CaseIterable {
    case first = "1"
    case second = "2"
    case both

    /// The TCP ports of the readers, as `vpcd` numbers them.
    var ports: [UInt16] {
        switch self {
        case .first: [35963]
        case .second: [35964]
        case .both: [35963, 35964]
        }
    }
}
