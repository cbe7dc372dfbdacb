internal import Host
internal import SmartCard

/// The link from a virtual card to a virtual PC/SC reader (vsmartcard's `vpcd`).
///
/// The reader listens on TCP and the card connects: the card is in the reader as long as the
/// connection stands. Every message is two bytes of length, high byte first, and that many bytes.
/// A message of one byte is a control (0 off, 1 on, 2 reset, 4 asks for the ATR); any other is a
/// command to be answered.
public final class VPCDLink {
    private let host: String
    private let port: UInt16
    private var connection: Connection
    /// How far the service has got to know the card.
    private var acquaintance = Acquaintance.none

    private enum Acquaintance {
        case none, powered, identified, made
    }

    /// What became of the link.
    public enum Service: Hashable, Sendable {
        /// The card is still in the reader.
        case goesOn
        /// The card was pulled. The reader notices when the link is gone.
        case cardPulled
        /// The reader closed the link.
        case readerClosed
    }

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
        self.host = host
        self.port = port
        connection = try Self.connected(host, port)
    }

    /// The link's file descriptor: it can be read from when the reader has a message for the card.
    public var descriptor: Int32 { connection.descriptor }

    /// Whether the service tells every program that the card is in: it has given it power, asked what
    /// it is, and turned to something else.
    public var isKnown: Bool { acquaintance == .made }

    /// Lets no wait for the reader last longer than this, from here on.
    func limitWaits(to seconds: Int) { connection.limitWaits(to: seconds) }

    /// Serves a card until the reader closes the link or a fault pulls the card; tells which.
    @discardableResult
    public func serve(_ card: VirtualCard) throws(LinkError) -> Service {
        var service = Service.goesOn
        while service == .goesOn { service = try serveNext(card) }
        return service
    }

    /// Waits for the reader's next message and answers it.
    public func serveNext(_ card: VirtualCard) throws(LinkError) -> Service {
        guard let message = try receive() else { return .readerClosed }
        Control(message).map { Observer.current?($0) }
        getAcquainted(message)
        switch (message.first, message.count) {
        case (0, 1), (1, 1), (2, 1):
            try? card.reset()
        case (4, 1):
            try send(card.isMute ? Self.noATR : card.atr.bytes)
        default:
            guard let answer = Self.answer(message, card) else { return .cardPulled }
            if answer.isEmpty { try renew() } else { try send(answer) }
        }
        return .goesOn
    }

    /// Takes in what a message says of the service: it asks a card that is new to it whether it is
    /// there, gives it power and asks for its ATR, and tells of it once it has that, before it does
    /// anything else.
    private func getAcquainted(_ message: [UInt8]) {
        switch (acquaintance, message) {
        case (.identified, _): acquaintance = .made
        case (.none, [1]): acquaintance = .powered
        case (.powered, [4]): acquaintance = .identified
        case (_, let message) where message.count > 1: acquaintance = .made
        default: break
        }
    }

    /// Waits for the reader's next message and leaves it unanswered.
    func overhear() throws(LinkError) { _ = try receive() }

    /// Gives an answer of no bytes: the link breaks, and another is there before the reader looks.
    ///
    /// A message of no bytes would not do: the reader goes on waiting for them.
    private func renew() throws(LinkError) {
        connection = try Self.connected(host, port)
    }

    /// Longer than an ATR can be (ISO/IEC 7816-3 §8.1): the reader takes it for a sign that a card is
    /// there, and fails to power it.
    private static let noATR = [UInt8](repeating: 0, count: 40)

    /// The card's answer to what came over the wire; `nil` where it was pulled instead.
    ///
    /// The link knows no errors. To a program, an exchange that is lost, be it to a reset by another
    /// program, is an answer of no bytes at all.
    private static func answer(_ message: [UInt8], _ card: VirtualCard) -> [UInt8]? {
        guard let command = try? CommandAPDU(bytes: message) else {
            return ResponseAPDU(status: .wrongLength).bytes
        }
        do throws(ChannelError) {
            return try ObservedChannel.around(card, after: card.commandCount).transmit(command).bytes
        } catch {
            switch error {
            case .cardRemoved, .readerGone, .serviceGone: return nil
            case .malformedAnswer(let count): return [UInt8](repeating: 0, count: min(count, 0xFFFF))
            default: return []
            }
        }
    }

    /// One message, or `nil` once the reader has closed the link.
    private func receive() throws(LinkError) -> [UInt8]? {
        guard let length = try receive(2) else { return nil }
        let count = Int(length[0]) << 8 | Int(length[1])
        return try receive(count)
    }

    private func receive(_ count: Int) throws(LinkError) -> [UInt8]? {
        do { return try connection.receive(count) } catch { throw LinkError(error) }
    }

    private func send(_ message: [UInt8]) throws(LinkError) {
        let bytes = [UInt8(message.count >> 8), UInt8(message.count & 0xFF)] + message
        do { try connection.send(bytes) } catch { throw LinkError(error) }
    }

    /// A connection to the virtual reader.
    private static func connected(_ host: String, _ port: UInt16) throws(LinkError) -> Connection {
        do { return try Connection(to: host, port: port) } catch { throw LinkError(error) }
    }
}

extension VPCDLink.LinkError: CustomStringConvertible {
    init(_ failure: Connection.Failure) {
        switch failure {
        case .address: self.init(action: "understand the address", code: SystemError.invalid.rawValue)
        case .socket(let reason): self.init(action: "open a socket", code: reason.rawValue)
        case .connection(let reason): self.init(action: "connect to the virtual reader", code: reason.rawValue)
        case .receiving(let reason): self.init(action: "receive", code: reason.rawValue)
        case .sending(let reason): self.init(action: "send", code: reason.rawValue)
        }
    }

    /// What could not be done, and the system's words for why.
    public var description: String { "cannot \(action): \(SystemError(rawValue: code))" }
}

extension VPCDLink {
    /// What the reader does with a card besides passing commands on.
    package enum Control: UInt8, Observation {
        case powerOff = 0
        case powerOn = 1
        case reset = 2
        case askForATR = 4

        /// Recognises a control, which is a message of one byte.
        init?(_ message: [UInt8]) {
            guard message.count == 1 else { return nil }
            self.init(rawValue: message[0])
        }
    }
}
