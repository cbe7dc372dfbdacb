import ArgumentParser
import Host

/// How the full screen looks, and how long it shows a card.
struct ViewOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "On a terminal, show a card that stays in no longer than this; 0 for as long as it is in.",
            valueName: "duration"))
    var clearAfter = ShowingTime.usual

    @Flag(help: "Draw without colours, as with NO_COLOR in the environment.")
    var noColor = false

    /// Whether colours may be used.
    var isColoured: Bool { !noColor && Process.environment("NO_COLOR") == nil }
}

/// How long a card that stays in is shown: a time, or `0` for as long as it is in.
struct ShowingTime: ExpressibleByArgument, CustomStringConvertible {
    /// `nil` for as long as it is in.
    let limit: Duration?
    let description: String

    /// Two minutes: longer than anybody looks, shorter than a walk to the coffee machine.
    static let usual = ShowingTime(limit: .seconds(120), description: "2m")

    private init(limit: Duration, description: String) { (self.limit, self.description) = (limit, description) }

    init?(argument: String) {
        guard let span = TimeSpan(argument: argument == "0" ? "0s" : argument) else { return nil }
        limit = span.duration == .zero ? nil : span.duration
        description = argument
    }
}
