import ArgumentParser

/// Which printer.
enum PrinterName: Hashable, ExpressibleByArgument, CustomStringConvertible {
    /// The one that CUPS takes when none is named.
    case usual
    /// A queue by its name.
    case named(String)

    init?(argument: String) {
        self = argument == "default" ? .usual : .named(argument)
    }

    var description: String {
        switch self {
        case .usual: "default"
        case .named(let name): name
        }
    }
}
