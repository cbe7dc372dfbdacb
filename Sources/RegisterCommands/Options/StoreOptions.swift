import ArgumentParser

/// Which register, and how to open it. What is not said stands in `[register]` of the settings.
struct StoreOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The register's store: sqlite:FOLDER.", valueName: "store"))
    var store: String?

    @Option(
        help: ArgumentHelp(
            "The file of keys to people; by default keys.sqlite in the store's folder.", valueName: "file"),
        completion: .file())
    var personKeys: String?

    @Option(help: ArgumentHelp("The file with the register's key.", valueName: "file"), completion: .file())
    var keyFile: String?

    @Option(
        help: ArgumentHelp("The credential with the register's key, by the service manager's name.", valueName: "name"))
    var credential: String?

    @Option(help: ArgumentHelp("Ask the register that listens here.", valueName: "path"), completion: .file())
    var socket: String?

    @Flag(help: "Print the answer as JSON; errors, too, on standard error.")
    var json = false
}

/// Which register, for commands that have the keys themselves and say where copies of them are.
struct CareOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The register's store: sqlite:FOLDER.", valueName: "store"))
    var store: String?

    @Option(help: ArgumentHelp("The file with the register's key.", valueName: "file"), completion: .file())
    var keyFile: String?

    @Flag(help: "Print the answer as JSON; errors, too, on standard error.")
    var json = false

    func places() throws -> RegisterPlaces { try RegisterPlaces(store: store, keyFile: keyFile) }
}
