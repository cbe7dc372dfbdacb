import Host

extension ToolError {
    /// What it means that a file is not read or written.
    init(_ failure: FileFailure) {
        switch failure {
        case .exists(let path): self = .refused(.exists(path))
        case .link(let path): self = .refused(.link(path))
        case .notFile(let path): self = .write(to: path, reason: "not a regular file")
        case .tooLarge(let path, let limit): self = .recording(.tooLarge(file: path, limit: limit))
        case .unreadable(let path, let reason): self = .recording(.unreadable(file: path, reason: "\(reason)"))
        case .unwritable(let path, let reason): self = .write(to: path, reason: "\(reason)")
        }
    }
}

/// Does something with files; what keeps it from being done is thrown as the tool's own error.
func asToolError<Result>(_ work: @autoclosure () throws(FileFailure) -> Result) throws(ToolError) -> Result {
    do throws(FileFailure) { return try work() } catch { throw ToolError(error) }
}

extension OutputFile {
    /// Refuses early what `write` would refuse after the work is done.
    ///
    /// - Parameter refusal: what it is where the bytes would go to a terminal.
    func check(onTerminal refusal: ToolError.Refusal) throws(ToolError) {
        if let stream, Process.isTerminal(stream) { throw .refused(refusal) }
        try asToolError(try check())
    }
}
