package import CardTrace
package import SmartCard

/// Commands sent to a card one after another, and what came of them.
///
/// It stops at the first that brings no answer, or another status word than the one that was
/// expected; nothing is tried twice.
package struct CommandRun: Sendable {
    /// Why a run stopped.
    package enum Failure: Error, Hashable, Sendable {
        case channel(ChannelError)
        /// Another status word than the one expected, and the number of the command from 1.
        case status(command: Int, StatusWord, expected: StatusWord)
    }

    /// What passed between reader and card.
    package let trace: Trace
    /// Why not all commands were sent, or the last of them went wrong.
    package let failure: Failure?

    /// Sends the commands.
    ///
    /// - Parameter fetches: whether what waits after `61xx` is fetched, and a command sent again
    ///   after `6Cxx`; the status word expected is then that of the whole answer.
    package init(_ commands: [CommandNotation], on card: OpenCard, fetching fetches: Bool) {
        let recorder = RecordingChannel(card.channel, recordedAt: card.time, reader: card.reader)
        let channel: any CardChannel = fetches ? ChainingChannel(recorder) : recorder
        failure = Self.send(commands, over: channel)
        trace = recorder.trace
    }

    private static func send(_ commands: [CommandNotation], over channel: any CardChannel) -> Failure? {
        for (index, notation) in commands.enumerated() {
            let answer: ResponseAPDU
            do throws(ChannelError) {
                answer = try channel.transmit(notation.command)
            } catch {
                return .channel(error)
            }
            if let expected = notation.expected, answer.status != expected {
                return .status(command: index + 1, answer.status, expected: expected)
            }
        }
        return nil
    }
}
