import ArgumentParser

/// What for, and under what it is filed.
struct PurposeOptions: ParsableArguments {
    @Option(help: ArgumentHelp("What for: the code of a purpose.", valueName: "code"))
    var purpose: String?

    @Option(
        name: .customLong("ref"), help: ArgumentHelp("The case or ticket that it is filed under.", valueName: "text"))
    var reference: String?

    @Option(help: ArgumentHelp("The desk's name.", valueName: "name"))
    var desk: String?
}
