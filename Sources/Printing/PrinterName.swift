/// Which printer.
package enum PrinterName: Hashable, CustomStringConvertible {
    /// The one that CUPS takes when none is named.
    case usual
    /// A queue by its name.
    case named(String)

    /// The printer that is meant by what stands on a command line.
    package init(_ text: String) {
        self = text == "default" ? .usual : .named(text)
    }

    package var description: String {
        switch self {
        case .usual: "default"
        case .named(let name): name
        }
    }
}
