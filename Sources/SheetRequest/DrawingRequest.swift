internal import CardRecord

/// What may be asked of `thaiid-render`: a command of it and its options, in which there is nothing of a card.
package protocol DrawingRequest: Hashable, Sendable {
    /// The command as it is typed.
    static var command: String { get }

    /// The options as they are typed, each one word. What is not said is not among them.
    var options: [String] { get }
}

extension DrawingRequest {
    /// The whole command line but the program's name.
    package var arguments: [String] { [Self.command] + options }
}

/// The arguments of `thaiid-render` as the first line of its standard input, an array of JSON.
package enum ArgumentLine {
    /// What stands alone on a command line whose arguments come so.
    package static let mark = "@-"

    /// The name of the option by which whoever starts the program gets errors as JSON, and says them itself.
    package static let jsonErrorsName = "json-errors"
    package static let jsonErrors = "--\(jsonErrorsName)"

    package static func bytes(_ arguments: [String]) -> [UInt8] {
        Array((JSONValue.array(arguments.map(JSONValue.string)).line + "\n").utf8)
    }

    /// The way back; `nil` where a line is no array of texts.
    package static func arguments(_ line: some Collection<UInt8>) -> [String]? {
        guard case .array(let values)? = JSONValue(parsing: Array(line)), case let texts = values.compactMap(\.string),
            texts.count == values.count
        else { return nil }
        return texts
    }
}
