internal import SmartCard

/// The conversation with one card: which applet is selected, and what has been spent on whom.
///
/// It knows how the card is spoken to, not what for.
final class CardSession {
    private let channel: ChainingChannel
    private let getResponseP2: UInt8
    private(set) var costs: [PhaseCost] = []

    init(_ channel: any CardChannel, limits: ChannelLimits) {
        // Readers have long sent P2 = 01 to cards whose ATR begins 3B 67. Nobody has shown one.
        let isOdd = channel.atr.bytes.starts(with: [0x3B, 0x67])
        getResponseP2 = isOdd ? 0x01 : 0x00
        self.channel = ChainingChannel(channel, limits: limits, getResponseP2: getResponseP2)
    }

    /// Does something on a phase's account.
    func during<Result>(_ phase: ReadPhase, _ body: () throws(CardError) -> Result) throws(CardError) -> Result {
        let (start, exchanges, bytes) = (ContinuousClock.now, channel.exchanges, channel.bytesReceived)
        defer {
            let index = costs.firstIndex { $0.phase == phase } ?? costs.endIndex
            if index == costs.endIndex { costs.append(PhaseCost(phase: phase)) }
            costs[index].exchanges += channel.exchanges - exchanges
            costs[index].bytes += channel.bytesReceived - bytes
            costs[index].duration += ContinuousClock.now - start
        }
        return try body()
    }

    /// Selects an applet and fetches whatever waits after that: on some stacks, what is left
    /// waiting would answer the next command in its place.
    func select(_ applet: Applet) throws(CardError) -> StatusWord {
        try send(.select(applet.applicationID)).status
    }

    /// Reads exactly a span of the selected applet.
    func read(_ span: Range<Int>) throws(CardError) -> [UInt8] {
        var answer = try send(ReadCommand(span).command)
        if answer.status == .success, answer.data.isEmpty {
            answer = try send(.getResponse(span.count, p2: getResponseP2))
        }
        guard answer.status == .success else { throw .refused(span, answer.status) }
        guard answer.data.count == span.count else { throw .wrongLength(span, count: answer.data.count) }
        return answer.data
    }

    /// Fetches the answer to an applet's one command, exactly `count` bytes.
    func answer(to command: CommandAPDU, count: Int) throws(CardError) -> [UInt8] {
        let answer = try send(command)
        guard answer.status == .success else { throw .refused(0..<count, answer.status) }
        guard answer.data.count == count else { throw .wrongLength(0..<count, count: answer.data.count) }
        return answer.data
    }

    /// Selects the applet that makes a card a Thai ID card.
    func selectStorage() throws(CardError) {
        let status = try select(.storage)
        guard status == .success else { throw .notThaiID(status) }
    }

    /// Powers the card anew.
    func reset() throws(CardError) {
        do { try channel.reset() } catch { throw .channel(error) }
    }

    private func send(_ command: CommandAPDU) throws(CardError) -> ResponseAPDU {
        do { return try channel.transmit(command) } catch { throw .channel(error) }
    }
}
