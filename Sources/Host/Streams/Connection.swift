#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A connection over TCP to a program that listens on an address of IPv4.
package final class Connection {
    /// Can be read from when the other end has sent something.
    package let descriptor: Int32

    /// What could not be done with it, and why.
    package enum Failure: Error {
        case address
        case socket(SystemError)
        case connection(SystemError)
        case receiving(SystemError)
        case sending(SystemError)
    }

    package init(to host: String, port: UInt16) throws(Failure) {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        guard inet_pton(AF_INET, host, &address.sin_addr) == 1 else { throw .address }
        #if canImport(Glibc)
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        guard descriptor >= 0 else { throw .socket(.last) }
        let descriptor = descriptor
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { throw .connection(.last) }
        enable(Int32(TCP_NODELAY))
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Lets no wait for the other end last longer than this, from here on.
    package func limitWaits(to seconds: Int) {
        var limit = timeval(tv_sec: time_t(seconds), tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    /// So many bytes; `nil` once the other end is gone.
    package func receive(_ count: Int) throws(Failure) -> [UInt8]? {
        var bytes: [UInt8] = []
        while bytes.count < count {
            var part = [UInt8](repeating: 0, count: count - bytes.count)
            let received = recv(descriptor, &part, part.count, 0)
            if received == 0 { return nil }
            if received < 0, errno == EINTR { continue }
            guard received > 0 else {
                if errno == ECONNRESET { return nil }
                throw .receiving(.last)
            }
            bytes += part.prefix(received)
            // Who sends length and message apart waits for our acknowledgement between them, which Linux
            // sends 40 ms late unless it is told again after each receive.
            #if canImport(Glibc)
                enable(Int32(TCP_QUICKACK))
            #endif
        }
        return bytes
    }

    /// Sends all bytes.
    package func send(_ bytes: [UInt8]) throws(Failure) {
        var rest = bytes
        while !rest.isEmpty {
            let count = systemSend(descriptor, rest)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .sending(.last) }
            rest.removeFirst(count)
        }
    }

    /// Switches an option of TCP on.
    private func enable(_ option: Int32) {
        var on: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), option, &on, socklen_t(MemoryLayout<Int32>.size))
    }
}

// This name is the method's there. No signal tells of an end that is gone.
private func systemSend(_ descriptor: Int32, _ bytes: [UInt8]) -> Int {
    #if canImport(Glibc)
        send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    #else
        send(descriptor, bytes, bytes.count, 0)
    #endif
}
