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
    }

    /// What the card answers to reset.
    public let atr: ATR
    /// Commands received so far.
    public private(set) var commandCount = 0
    private let faults: [Int: Fault]
    private var card: ImageCard

    /// Makes a card of bytes.
    ///
    /// - Parameter faults: what goes wrong at which command.
    public init(
        _ image: CardImage, atr: ATR = VirtualCard.usualATR, style: ImageCard.Style = .getResponse,
        faults: [Int: Fault] = [:]
    ) {
        self.atr = atr
        self.faults = faults
        card = ImageCard(image, style: style)
    }

    /// `TH NID 17`: T=0 at a high rate, as recent cards answer.
    public static let usualATR = ATR([
        0x3B, 0x79, 0x96, 0x00, 0x00, 0x54, 0x48, 0x20, 0x4E, 0x49, 0x44, 0x20, 0x31, 0x37,
    ])

    public func transmit(_ command: CommandAPDU) throws(ChannelError) -> ResponseAPDU {
        commandCount += 1
        switch faults[commandCount] {
        case .failure(let error):
            if error == .cardReset { card.reset() }
            throw error
        case .answer(let answer):
            return answer
        case nil:
            break
        }
        switch card.answer(command) {
        case .response(let answer): return answer
        case .unknown(_, let bytes): return ResponseAPDU(status: bytes.isEmpty ? .notFound : .wrongOffset)
        case .notUnderstood(let status): return ResponseAPDU(status: status)
        }
    }

    public func reset() throws(ChannelError) { card.reset() }
}
