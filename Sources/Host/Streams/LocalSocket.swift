internal import CProcess

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A socket of this machine that has a name in the file system: who is at the other end, the kernel says.
package enum LocalSocket {
    /// Why there is none.
    package enum Failure: Error, Hashable {
        /// A name that is too long for the system.
        case name(String)
        /// Somebody listens there already.
        case taken(String)
        /// Nobody listens there.
        case silent(String)
        case system(String, SystemError)
    }

    private static let waiting: Int32 = 64

    /// Listens under a name; one that nobody listens to any more is taken over.
    ///
    /// - Parameters:
    ///   - mode: who may connect.
    ///   - group: whose socket it becomes; `nil` leaves it with this account's own.
    package static func listen(_ path: String, mode: UInt32, group: String?) throws(Failure) -> Int32 {
        if let other = try? connect(path) {
            close(other)
            throw .taken(path)
        }
        if FileStatus(at: path)?.kind == .socket { unlink(path) }
        let descriptor = try make(path)
        let status = try withAddress(path) { bind(descriptor, $0, $1) }
        guard status == 0, chmod(path, mode_t(mode)) == 0, systemListen(descriptor, waiting) == 0 else {
            let reason = SystemError.last
            close(descriptor)
            throw .system(path, reason)
        }
        if let group {
            guard let entry = getgrnam(group), chown(path, uid_t.max, entry.pointee.gr_gid) == 0 else {
                let reason = SystemError.last
                close(descriptor)
                unlink(path)
                throw .system(group, reason)
            }
        }
        return descriptor
    }

    /// Connects to whoever listens under a name.
    package static func connect(_ path: String) throws(Failure) -> Int32 {
        let descriptor = try make(path)
        let status = try withAddress(path) { systemConnect(descriptor, $0, $1) }
        guard status == 0 else {
            let reason = SystemError.last
            close(descriptor)
            throw [.missing, .refused].contains(reason) ? .silent(path) : .system(path, reason)
        }
        return descriptor
    }

    /// The next who connects; `nil` where the socket is no more.
    package static func accept(_ descriptor: Int32) -> Int32? {
        while true {
            let other = process_accept(descriptor)
            if other >= 0 { return other }
            guard errno == EINTR || errno == ECONNABORTED || errno == EMFILE else { return nil }
            if errno == EMFILE { WallClock.pause(for: .milliseconds(50)) }
        }
    }

    /// The account at the other end, as the kernel has it; `nil` where it cannot be known.
    package static func peer(of descriptor: Int32) -> String? {
        var user: uid_t = 0
        return process_peer(descriptor, &user) == 0 ? UserAccount.name(of: user) : nil
    }

    /// Lets no wait for the other end last longer than this.
    package static func limitWaits(_ descriptor: Int32, to seconds: Int) {
        var limit = timeval(tv_sec: time_t(seconds), tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    /// Ends a conversation in both directions.
    package static func end(_ descriptor: Int32) { shutdown(descriptor, Int32(SHUT_RDWR)) }

    private static func make(_ path: String) throws(Failure) -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .system(path, .last) }
        return descriptor
    }

    private static func withAddress<R>(
        _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> R
    ) throws(Failure) -> R {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path), !bytes.isEmpty else { throw .name(path) }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
        }
    }
}

// These names are the methods' there.
private func systemListen(_ descriptor: Int32, _ waiting: Int32) -> Int32 { listen(descriptor, waiting) }

private func systemConnect(_ descriptor: Int32, _ address: UnsafePointer<sockaddr>, _ length: socklen_t) -> Int32 {
    connect(descriptor, address, length)
}

/// The accounts of this machine.
package enum UserAccount {
    /// What an account is called; one without a name by its number.
    package static func name(of uid: UInt32) -> String {
        // Not `getpwuid`: another thread's answer would stand in its place, and one account pass for another.
        var bytes = [CChar](repeating: 0, count: 1 << 14)
        var (entry, found) = (passwd(), UnsafeMutablePointer<passwd>?.none)
        guard getpwuid_r(uid, &entry, &bytes, bytes.count, &found) == 0, found != nil, let name = entry.pw_name else {
            return "uid \(uid)"
        }
        return String(cString: name)
    }
}
