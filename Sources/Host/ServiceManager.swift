#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Whoever runs this process as a service, and wants to know how it is (`sd_notify`): nobody, where
/// `NOTIFY_SOCKET` names no socket.
package enum ServiceManager {
    /// The variable that names its socket, which is nobody's but this process's.
    package static let variable = "NOTIFY_SOCKET"

    /// What it can be told.
    package enum News: String, Sendable {
        case ready = "READY=1"
        case stopping = "STOPPING=1"
    }

    /// Tells it something. Where that fails nobody listens.
    package static func tell(_ news: News) {
        guard let name = Process.environment(variable), var address = address(name) else { return }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { Descriptor.close(descriptor) }
        let text = Array(news.rawValue.utf8)
        let length = MemoryLayout<sa_family_t>.size + name.utf8.count
        withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = sendto(descriptor, text, text.count, Int32(MSG_NOSIGNAL), $0, socklen_t(length))
            }
        }
    }

    /// The address of a path, or of a name without a file, which begins with `@`.
    private static func address(_ name: String) -> sockaddr_un? {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(name.utf8)
        let isWhole = withUnsafeMutableBytes(of: &address.sun_path) { place in
            guard bytes.count < place.count else { return false }
            place.copyBytes(from: bytes)
            if bytes.first == UInt8(ascii: "@") { place[0] = 0 }
            return true
        }
        return isWhole ? address : nil
    }
}
