#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension VPCDLink {
    /// A socket that is connected to the virtual reader.
    static func connected(_ host: String, _ port: UInt16) throws(LinkError) -> Int32 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        guard inet_pton(AF_INET, host, &address.sin_addr) == 1 else {
            throw LinkError(action: "understand the address", code: EINVAL)
        }
        let socket = open()
        guard socket >= 0 else { throw LinkError(action: "open a socket", code: errno) }
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else {
            let code = errno
            close(socket)
            throw LinkError(action: "connect to the virtual reader", code: code)
        }
        enable(Int32(TCP_NODELAY), socket)
        return socket
    }

    /// Switches an option of TCP on.
    static func enable(_ option: Int32, _ socket: Int32) {
        var on: Int32 = 1
        setsockopt(socket, Int32(IPPROTO_TCP), option, &on, socklen_t(MemoryLayout<Int32>.size))
    }

    private static func open() -> Int32 {
        #if canImport(Glibc)
            Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            Darwin.socket(AF_INET, SOCK_STREAM, 0)
        #endif
    }
}
