public import SmartCard
public import ThaiIDCard

/// A card that is not there: made from an image, answering as real ones do.
///
/// What lies behind the photo's end and behind the table it has even where the image does not, so that
/// every program can read it to its end (`CardImage.filledUp`, `ImageCard.End.furthest`). What else the
/// image lacks it refuses with the status words of ISO/IEC 7816-4; it makes up nothing that says anything.
public final class VirtualCard: CardChannel {
    /// What the card answers to reset.
    public let atr: ATR
    /// Commands received so far.
    public private(set) var commandCount = 0
    private let image: CardImage
    private let style: ImageCard.Style
    private let faults: [Fault]
    private var card: ImageCard
    private var power: Result<[Fault.Step], ChannelError>

    /// Makes a card of bytes.
    ///
    /// - Parameter faults: how it misbehaves; the first in the list stands nearest the reader.
    public init(
        _ image: CardImage, atr: ATR = VirtualCard.usualATR, style: ImageCard.Style = .getResponse,
        faults: [Fault] = []
    ) {
        self.atr = atr
        self.image = image.filledUp
        self.style = style
        self.faults = faults
        card = ImageCard(self.image, style: style, end: .furthest)
        power = Self.powered(faults)
    }

    /// `TH NID 17`: T=0 at a high rate, as recent cards answer.
    public static let usualATR = ATR([
        0x3B, 0x79, 0x96, 0x00, 0x00, 0x54, 0x48, 0x20, 0x4E, 0x49, 0x44, 0x20, 0x31, 0x37,
    ])

    /// The same card, put in anew: commands count from 1 again.
    public func again(faults: [Fault]) -> VirtualCard { VirtualCard(image, atr: atr, style: style, faults: faults) }

    /// Whether the card does not even answer to power.
    var isMute: Bool { if case .failure = power { true } else { false } }

    public func transmit(_ command: CommandAPDU) throws(ChannelError) -> ResponseAPDU {
        commandCount += 1
        do throws(ChannelError) {
            return try answer(command, past: try power.get()[...])
        } catch {
            if error == .cardReset { try reset() }
            throw error
        }
    }

    public func reset() throws(ChannelError) {
        card.reset()
        power = Self.powered(faults)
        _ = try power.get()
    }

    private static func powered(_ faults: [Fault]) -> Result<[Fault.Step], ChannelError> {
        Result { () throws(ChannelError) in
            try faults.map { fault throws(ChannelError) in try fault.power() }
        }
    }

    private func answer(
        _ command: CommandAPDU, past steps: ArraySlice<Fault.Step>
    ) throws(ChannelError) -> ResponseAPDU {
        guard let step = steps.first else { return answer(command) }
        return try step(
            Fault.Turn(number: commandCount, command: command) { command throws(ChannelError) in
                try self.answer(command, past: steps.dropFirst())
            })
    }

    private func answer(_ command: CommandAPDU) -> ResponseAPDU {
        switch card.answer(command) {
        case .response(let answer): answer
        case .unknown(_, let bytes): ResponseAPDU(status: bytes.isEmpty ? .notFound : .wrongOffset)
        case .notUnderstood(let status): ResponseAPDU(status: status)
        }
    }
}
