import Foundation
import Glibc

/// A virtual reader's end of the link, as `vpcd` speaks it: two bytes of length, then the message.
final class FakeReader: @unchecked Sendable {
    let port: UInt16
    private let listener: Int32
    private var link: Int32 = -1

    struct SocketError: Error {}

    init() throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let fd = listener
        let status = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(fd, pointer, length) == 0 && listen(fd, 1) == 0 && getsockname(fd, pointer, &length) == 0
            }
        }
        guard status else { throw SocketError() }
        port = UInt16(bigEndian: address.sin_port)
    }

    deinit {
        hangUp()
        close(listener)
    }

    /// Waits for the card.
    func waitForCard() { link = accept(listener, nil, nil) }

    /// Takes the card out, as far as the card can tell.
    func hangUp() {
        if link >= 0 { close(link) }
        link = -1
    }

    /// Sends a message, its length in front.
    func say(_ message: [UInt8]) {
        send([UInt8(message.count >> 8), UInt8(message.count & 0xFF)] + message)
    }

    /// Sends bytes as they are.
    func send(_ bytes: [UInt8]) {
        _ = bytes.withUnsafeBytes { Glibc.send(link, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }

    /// The card's next message; `nil` once it has hung up.
    func hear() -> [UInt8]? {
        guard let length = receive(2) else { return nil }
        return receive(Int(length[0]) << 8 | Int(length[1]))
    }

    private func receive(_ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let received = bytes.withUnsafeMutableBytes {
                read(link, $0.baseAddress.map { $0 + filled }, count - filled)
            }
            guard received > 0 else { return nil }
            filled += received
        }
        return bytes
    }
}
