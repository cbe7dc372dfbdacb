import ArgumentParser

/// Where sheets are logged.
struct LogOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Add a line of JSON about the sheet to a file first.", valueName: "file"))
    var log: String?

    @Option(
        help: ArgumentHelp(
            "The key under which the log tells holders apart, made if it is not there. Keep it elsewhere than the log.",
            valueName: "file"))
    var logKey: String?

    /// The log and its key, where one is wanted.
    func register(_ configuration: Configuration) throws(ToolError) -> SheetRegister? {
        guard let path = log ?? configuration[.log] else { return nil }
        guard let keyPath = logKey ?? configuration[.logKey] else { throw .refused(.logKeyMissing) }
        let key = try LogKey(file: keyPath)
        let log = SheetLog(path: path)
        try log.check()
        return SheetRegister(log: log, key: key)
    }
}
