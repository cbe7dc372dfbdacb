internal import CPCSCLite

extension ServiceProbe {
    /// Where the service's socket is, `nil` where the platform has none.
    static var systemSocketPath: String? { cpcsclite_socket_path().map { String(cString: $0) } }
}

extension ServiceProbe.Socket {
    /// Knocks at a socket. This starts a service that waits for its first client; it sends nothing.
    init(knockingAt path: String) {
        switch cpcsclite_knock(path) {
        case 0: self = .listening
        case ENOENT, ENOTDIR: self = .missing
        case ECONNREFUSED: self = .deserted
        case EACCES, EPERM: self = .forbidden
        case let number: self = .failing(errno: number)
        }
    }
}
