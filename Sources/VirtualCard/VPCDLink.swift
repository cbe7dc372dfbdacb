internal import SmartCard

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The link from a virtual card to a virtual PC/SC reader (vsmartcard's `vpcd`).
///
/// The reader listens on TCP and the card connects: the card is in the reader as long as the
/// connection stands. Every message is two bytes of length, high byte first, and that many bytes.
/// A message of one byte is a control (0 off, 1 on, 2 reset, 4 asks for the ATR); any other is a
/// command to be answered.
public final class VPCDLink {
    private let socket: Int32

    /// Why the link broke.
    public struct LinkError: Error, Hashable, Sendable {
        /// What could not be done.
        public let action: String
        /// The system's error number.
        public let code: Int32
    }

    /// Connects to a virtual reader: port 35963 is the first, 35964 the second.
    ///
    /// - Parameter host: an IPv4 address.
    public init(host: String = "127.0.0.1", port: UInt16 = 35963) throws(LinkError) {
        #if canImport(Glibc)
            let stream = Int32(SOCK_STREAM.rawValue)
        #else
            let stream = SOCK_STREAM
        #endif
        socket = Self.open(stream)
        guard socket >= 0 else { throw LinkError(action: "open a socket", code: errno) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        guard inet_pton(AF_INET, host, &address.sin_addr) == 1 else {
            throw LinkError(action: "understand the address", code: EINVAL)
        }
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { throw LinkError(action: "connect to the virtual reader", code: errno) }
        enable(Int32(TCP_NODELAY))
    }

    deinit { close(socket) }

    /// Serves a card until the reader closes the link.
    ///
    /// - Parameter removeBefore: pulls the card instead of answering the command of this number,
    ///   counting from 1.
    public func serve(_ card: VirtualCard, removeBefore: Int? = nil) throws(LinkError) {
        while let message = try receive() {
            switch (message.first, message.count) {
            case (0, 1), (1, 1), (2, 1):
                try? card.reset()
            case (4, 1):
                try send(card.atr.bytes)
            default:
                if card.commandCount + 1 == removeBefore { return }
                guard let answer = Self.answer(message, card) else { return }
                try send(answer.bytes)
            }
        }
    }

    /// The card's answer to what came over the wire; `nil` where it is to be pulled.
    private static func answer(_ message: [UInt8], _ card: VirtualCard) -> ResponseAPDU? {
        guard let command = try? CommandAPDU(bytes: message) else { return ResponseAPDU(status: .wrongLength) }
        return try? card.transmit(command)
    }

    private static func open(_ stream: Int32) -> Int32 {
        #if canImport(Glibc)
            Glibc.socket(AF_INET, stream, 0)
        #else
            Darwin.socket(AF_INET, stream, 0)
        #endif
    }

    private func enable(_ option: Int32) {
        var on: Int32 = 1
        setsockopt(socket, Int32(IPPROTO_TCP), option, &on, socklen_t(MemoryLayout<Int32>.size))
    }

    /// One message, or `nil` once the reader has closed the link.
    private func receive() throws(LinkError) -> [UInt8]? {
        guard let length = try receive(2) else { return nil }
        let count = Int(length[0]) << 8 | Int(length[1])
        return try receive(count)
    }

    private func receive(_ count: Int) throws(LinkError) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let received = bytes.withUnsafeMutableBytes {
                recv(socket, $0.baseAddress.map { $0 + filled }, count - filled, 0)
            }
            if received == 0 { return nil }
            if received < 0, errno == EINTR { continue }
            guard received > 0 else {
                if errno == ECONNRESET { return nil }
                throw LinkError(action: "receive", code: errno)
            }
            filled += received
            // The reader sends length and message apart and waits for our acknowledgement between
            // them, which Linux sends 40 ms late unless it is told again after each receive.
            #if canImport(Glibc)
                enable(Int32(TCP_QUICKACK))
            #endif
        }
        return bytes
    }

    private func send(_ message: [UInt8]) throws(LinkError) {
        let bytes = [UInt8(message.count >> 8), UInt8(message.count & 0xFF)] + message
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Self.sendBytes(socket, $0.baseAddress.map { $0 + sent }, bytes.count - sent)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw LinkError(action: "send", code: errno) }
            sent += count
        }
    }

    private static func sendBytes(_ socket: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.send(socket, bytes, count, Int32(MSG_NOSIGNAL))
        #else
            Darwin.send(socket, bytes, count, 0)
        #endif
    }
}

extension VPCDLink.LinkError: CustomStringConvertible {
    /// What could not be done, and the system's words for why.
    public var description: String { "cannot \(action): \(String(cString: strerror(code)))" }
}
