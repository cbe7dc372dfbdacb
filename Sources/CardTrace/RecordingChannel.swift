public import SmartCard

/// Records what passes between whoever holds it and the card, next to the wire.
public final class RecordingChannel: CardChannel {
    private let channel: any CardChannel
    /// What has passed so far.
    public private(set) var trace: Trace

    /// Wraps a channel from the moment the card has been powered.
    public init(_ channel: any CardChannel, recordedAt: String?, reader: String?) {
        self.channel = channel
        trace = Trace(recordedAt: recordedAt, reader: reader, events: [.powered(channel.atr)])
    }

    public var atr: ATR { channel.atr }

    public func transmit(_ command: CommandAPDU) throws(ChannelError) -> ResponseAPDU {
        let start = ContinuousClock.now
        func note(_ outcome: Trace.Outcome) {
            let exchange = Trace.Exchange(command.bytes, outcome, duration: ContinuousClock.now - start)
            trace.events.append(.exchange(exchange))
        }
        do {
            let answer = try channel.transmit(command)
            note(.answer(answer.bytes))
            return answer
        } catch {
            note(.failure(error))
            throw error
        }
    }

    public func reset() throws(ChannelError) {
        try channel.reset()
        trace.events.append(.powered(channel.atr))
    }
}
