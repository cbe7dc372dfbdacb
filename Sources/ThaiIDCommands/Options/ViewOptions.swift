import ArgumentParser
import DeskConfig
import Host

/// How the full screen looks, and how long it shows a card.
struct ViewOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "On a terminal, show a card that stays in no longer than this; 0 for as long as it is in (default: 2m).",
            valueName: "duration"))
    var clearAfter: ShowingTime?

    @Flag(help: "Draw without colours, as with NO_COLOR in the environment.")
    var noColor = false

    /// How long a card that stays in is shown; `nil` for as long as it is in.
    func limit(_ settings: Settings) -> Duration? {
        if let clearAfter { return clearAfter.limit }
        let settled = settings.duration(.clearAfter) ?? ShowingTime.usual
        return settled == .zero ? nil : settled
    }

    /// Whether colours may be used.
    var isColoured: Bool { !noColor && Process.environment("NO_COLOR") == nil }
}

/// How long a card that stays in is shown: a time, or `0` for as long as it is in.
struct ShowingTime: ExpressibleByArgument {
    /// `nil` for as long as it is in.
    let limit: Duration?

    /// Two minutes: longer than anybody looks, shorter than a walk to the coffee machine.
    static let usual = Duration.seconds(120)

    init?(argument: String) {
        guard let span = TimeSpan(argument: argument == "0" ? "0s" : argument) else { return nil }
        limit = span.duration == .zero ? nil : span.duration
    }
}
