public import CardTrace
public import SmartCard
public import ThaiIDCard

/// A card that is not there: made from an image, answering as real ones do.
///
/// What the image lacks it refuses with the status words of ISO/IEC 7816-4; it makes nothing up.
public final class VirtualCard: CardChannel {
    /// Something that goes wrong, once, at one command. Commands count from 1, GET RESPONSE included.
    public enum Fault: Hashable, Sendable {
        /// The command is not answered; this happens instead.
        case failure(ChannelError)
        /// The command is answered with this.
        case answer(ResponseAPDU)
        /// The answer's last byte of data is missing.
        case shortAnswer
        /// The answer has a byte of data too many.
        case longAnswer
    }

    /// What the card answers to reset.
    public let atr: ATR
    /// Commands received so far.
    public private(set) var commandCount = 0
    private let faults: [Int: Fault]
    private let quirks: Set<Quirk>
    private var card: ImageCard
    private var pending = PendingBytes()

    /// Makes a card of bytes.
    ///
    /// - Parameters:
    ///   - faults: what goes wrong at which command.
    ///   - quirks: how it behaves throughout.
    public init(
        _ image: CardImage, atr: ATR = VirtualCard.usualATR, style: ImageCard.Style = .getResponse,
        faults: [Int: Fault] = [:], quirks: Set<Quirk> = []
    ) {
        self.atr = atr
        self.faults = faults
        self.quirks = quirks
        card = ImageCard(image, style: style)
    }

    /// `TH NID 17`: T=0 at a high rate, as recent cards answer.
    public static let usualATR = ATR([
        0x3B, 0x79, 0x96, 0x00, 0x00, 0x54, 0x48, 0x20, 0x4E, 0x49, 0x44, 0x20, 0x31, 0x37,
    ])

    public func transmit(_ command: CommandAPDU) throws(ChannelError) -> ResponseAPDU {
        commandCount += 1
        let fault = faults[commandCount]
        switch fault {
        case .failure(let error):
            if error == .cardReset { try reset() }
            throw error
        case .answer(let answer):
            return answer
        case .shortAnswer, .longAnswer, nil:
            break
        }
        var answer = try odd(command) ?? ordinary(command)
        if quirks.contains(.keepsPending) { answer = pending.swap(answer, for: command) }
        if fault == .shortAnswer { answer.data = answer.data.dropLast() }
        if fault == .longAnswer { answer.data.append(0x20) }
        wait(command.bytes.count + answer.data.count + 2)
        return answer
    }

    private func ordinary(_ command: CommandAPDU) -> ResponseAPDU {
        switch card.answer(command) {
        case .response(let answer): answer
        case .unknown(_, let bytes): ResponseAPDU(status: bytes.isEmpty ? .notFound : .wrongOffset)
        case .notUnderstood(let status): ResponseAPDU(status: status)
        }
    }

    /// What a quirk makes of a command; `nil` where none has anything to say.
    private func odd(_ command: CommandAPDU) throws(ChannelError) -> ResponseAPDU? {
        for quirk in quirks {
            switch quirk {
            case .mute:
                throw .cardMute
            case .endlessWaiting:
                return ResponseAPDU(status: .bytesWaiting(255))
            case .endlessLengths:
                return ResponseAPDU(status: .exactLength(commandCount % 255 + 1))
            case .getResponseP2(let p2) where command.instruction == 0xC0 && command.p2 != p2:
                return ResponseAPDU(status: .wrongParameters)
            case .longestRead(let count):
                if let read = ReadCommand(command), read.span.count > count {
                    return ResponseAPDU(status: .wrongLength)
                }
            case .exactLengthOnRead:
                if let read = ReadCommand(command) { return exactly(read, command) }
            case .latency, .getResponseP2, .keepsPending:
                break
            }
        }
        return nil
    }

    /// READ as a card takes it that wants its Le.
    private func exactly(_ read: ReadCommand, _ command: CommandAPDU) -> ResponseAPDU {
        guard command.expectedLength == read.span.count else {
            return ResponseAPDU(status: .exactLength(read.span.count))
        }
        let first = ordinary(command)
        guard let count = first.status.bytesWaiting else { return first }
        return ordinary(.getResponse(count))
    }

    private func wait(_ byteCount: Int) {
        for case .latency(let perExchange, let perByte) in quirks {
            Sleep.now(for: perExchange + perByte * byteCount)
        }
    }

    public func reset() throws(ChannelError) {
        card.reset()
        pending = PendingBytes()
    }
}
