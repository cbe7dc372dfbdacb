import AuditLog

extension ToolError {
    /// What it means that the log has no key.
    init(_ error: LogKeyError) {
        switch error {
        case .notMade(let failure): self.init(failure)
        case .unreadable(let path, let reason): self = .document(.noKey(file: path, reason: "\(reason)"))
        case .openToAll(let path): self = .refused(.logKeyOpen(path))
        case .short(let path, let least): self = .refused(.logKeyShort(path, least: least))
        }
    }
}
