public import SmartCard
internal import ThaiIDCard

/// A recording in the place of a card.
///
/// It answers strictly in order. From the first command on that the recording does not hold at
/// its place, it answers from the card image that the recording amounts to, so that a recording
/// made with another order of reads serves as well. What the image lacks is an error that names
/// the bytes.
public final class ReplayChannel: CardChannel {
    private let trace: Trace
    private var step: Int
    private var isInOrder = true
    private var card: ImageCard

    /// What the card answered to its last reset.
    public private(set) var atr: ATR
    /// The recorded time of the exchanges used so far.
    public private(set) var elapsed = Duration.zero

    /// Puts a recording in the place of a card that has just been powered.
    public init(_ trace: Trace) {
        self.trace = trace
        atr = trace.atr
        card = ImageCard(trace.image)
        step = trace.events.firstIndex { if case .powered = $0 { true } else { false } }.map { $0 + 1 } ?? 0
    }

    public func transmit(_ command: CommandAPDU) throws(ChannelError) -> ResponseAPDU {
        let imagined = card.answer(command)
        if isInOrder, step < trace.events.count, case .exchange(let recorded) = trace.events[step],
            recorded.command == command.bytes
        {
            step += 1
            elapsed += recorded.duration ?? .zero
            switch recorded.outcome {
            case .failure(let error): throw error
            case .answer(let bytes):
                guard let answer = ResponseAPDU(bytes: bytes) else { throw .malformedAnswer(count: bytes.count) }
                return answer
            }
        }
        isInOrder = false
        switch imagined {
        case .response(let answer): return answer
        case .unknown(let application, let bytes): throw .notRecorded(application: application, bytes: bytes)
        case .notUnderstood: throw .offScript(step: step, sent: command)
        }
    }

    public func reset() throws(ChannelError) {
        card.reset()
        if isInOrder, step < trace.events.count, case .powered(let atr) = trace.events[step] {
            self.atr = atr
            step += 1
        } else {
            isInOrder = false
        }
    }
}
