import ArgumentParser

/// How long a read may take.
struct TimeoutOption: ParsableArguments {
    @Option(help: ArgumentHelp("Give up when reading takes longer than this.", valueName: "seconds"))
    var timeout: Int?

    func validate() throws {
        if let timeout, !(1...3600).contains(timeout) {
            throw ValidationError("--timeout takes 1 to 3600 seconds.")
        }
    }
}
