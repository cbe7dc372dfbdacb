import Host

extension ToolError {
    /// What it means that there is no key.
    init(_ error: KeyFileError) {
        switch error {
        case .notMade(let failure): self.init(failure)
        case .unreadable(let path, let reason): self = .document(.noKey(file: path, reason: "\(reason)"))
        case .openToAll(let path): self = .refused(.logKeyOpen(path))
        case .short(let path, let least): self = .refused(.logKeyShort(path, least: least))
        }
    }
}
