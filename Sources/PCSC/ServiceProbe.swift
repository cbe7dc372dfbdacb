internal import CPCSCLite
package import SmartCard

/// What can be found out about the PC/SC service from outside, for a diagnosis.
package struct ServiceProbe: Hashable, Sendable {
    /// Where the service should listen; `nil` on platforms without a socket.
    package let socketPath: String?
    /// What is there; `nil` on platforms without a socket.
    package let socket: Socket?
    /// Why a context could not be had: `noService`, `securityViolation` (polkit refuses this user),
    /// `serviceStopped` (the service is of another version than the library), `timeout` (it hangs)
    /// or another code. `nil`: all is well.
    package let establishError: PCSCError?

    /// Makes a finding.
    package init(socketPath: String?, socket: Socket?, establishError: PCSCError?) {
        self.socketPath = socketPath
        self.socket = socket
        self.establishError = establishError
    }

    /// What answers a knock at the socket.
    package enum Socket: Hashable, Sendable {
        /// Somebody listens: the service, or systemd, which starts it on the first knock.
        case listening
        /// There is no such file: the service is not installed or was never started.
        case missing
        /// The file is there and nobody listens: the service died.
        case deserted
        /// This user may not reach it.
        case forbidden
        /// Anything else, as `errno` numbers it.
        case failing(errno: Int32)
    }
}

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
