import ArgumentParser

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
            throw ValidationError("--timeout takes 1 to 3600 seconds.")
        }
    }
}
