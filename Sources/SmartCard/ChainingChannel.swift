/// Turns the fragments of T=0 into whole answers, within limits.
///
/// While a card says `61xx`, GET RESPONSE fetches what waits; where it says `6Cxx`, the same
/// command goes out again with that Le (ISO/IEC 7816-3 §12.2.1). A reader that does this by
/// itself hands over whole answers, and then nothing is left to do here. The status word that
/// remains is handed on unjudged.
public final class ChainingChannel: CardChannel {
    private let channel: any CardChannel
    private let limits: ChannelLimits
    private let getResponseP2: UInt8
    private let start = ContinuousClock.now
    private var lastStart = ContinuousClock.now

    /// An exchange is taken to last as long as the one before it, but no longer than this.
    private static let longestForecast = Duration.seconds(2)

    /// Commands sent so far, GET RESPONSE included.
    public private(set) var exchanges = 0
    /// Bytes received so far, status words included.
    public private(set) var bytesReceived = 0

    /// Wraps a channel for the length of one read: the limits count from here.
    ///
    /// - Parameter getResponseP2: what GET RESPONSE carries as P2; 0 on every card observed.
    public init(
        _ channel: any CardChannel, limits: ChannelLimits = ChannelLimits(), getResponseP2: UInt8 = 0
    ) {
        self.channel = channel
        self.limits = limits
        self.getResponseP2 = getResponseP2
    }

    public var atr: ATR { channel.atr }

    public func reset() throws(ChannelError) { try channel.reset() }

    public func transmit(_ command: CommandAPDU) throws(ChannelError) -> ResponseAPDU {
        var sent = command
        var data: [UInt8] = []
        for _ in 0...limits.roundsPerCommand {
            let answer = try exchange(sent)
            if let count = answer.status.bytesWaiting {
                data += answer.data
                sent = .getResponse(count, p2: getResponseP2)
            } else if let count = answer.status.exactLength {
                sent = sent.expecting(count)
            } else {
                return ResponseAPDU(data + answer.data, status: answer.status)
            }
        }
        throw .limitExceeded(.rounds)
    }

    private func exchange(_ command: CommandAPDU) throws(ChannelError) -> ResponseAPDU {
        guard exchanges < limits.exchanges else { throw .limitExceeded(.exchanges) }
        // One that will probably not end in time is not begun: what is known by now can then be told.
        let now = ContinuousClock.now
        let forecast = min(now - lastStart, Self.longestForecast)
        guard now - start + forecast < limits.duration else { throw .limitExceeded(.duration) }
        lastStart = now
        exchanges += 1
        let answer = try channel.transmit(command)
        bytesReceived += answer.data.count + 2
        guard bytesReceived <= limits.bytes else { throw .limitExceeded(.bytes) }
        return answer
    }
}
