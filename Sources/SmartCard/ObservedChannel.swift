package import Synchronization

/// Tells an observer of each exchange, with its time. It changes and keeps nothing.
package final class ObservedChannel: CardChannel {
    private let channel: any CardChannel
    private let observe: @Sendable (any Observation) -> Void
    private var exchanges: Int

    /// Wraps a channel, next to the wire.
    ///
    /// - Parameter exchanges: how many there were before.
    package init(
        _ channel: any CardChannel, after exchanges: Int = 0, observe: @escaping @Sendable (any Observation) -> Void
    ) {
        self.channel = channel
        self.exchanges = exchanges
        self.observe = observe
    }

    /// The channel for whoever looks in this task, or the channel itself where nobody does.
    package static func around(_ channel: any CardChannel, after exchanges: Int = 0) -> any CardChannel {
        guard let observe = Observer.current else { return channel }
        return ObservedChannel(channel, after: exchanges, observe: observe)
    }

    package var atr: ATR { channel.atr }

    package func transmit(_ command: CommandAPDU) throws(ChannelError) -> ResponseAPDU {
        exchanges += 1
        let start = ContinuousClock.now
        do {
            let answer = try channel.transmit(command)
            observe(Exchange(number: exchanges, command, .success(answer), ContinuousClock.now - start))
            return answer
        } catch {
            observe(Exchange(number: exchanges, command, .failure(error), ContinuousClock.now - start))
            throw error
        }
    }

    package func reset() throws(ChannelError) {
        let start = ContinuousClock.now
        do {
            try channel.reset()
            observe(Reset(failure: nil, duration: ContinuousClock.now - start))
        } catch {
            observe(Reset(failure: error, duration: ContinuousClock.now - start))
            throw error
        }
    }

    /// One command and its answer. It holds what passed, and so what the card says of its holder: who
    /// is told of it decides what of that is shown.
    package struct Exchange: Observation {
        /// Its place in the conversation, from 1.
        package let number: Int
        package let command: CommandAPDU
        package let outcome: Result<ResponseAPDU, ChannelError>
        package let duration: Duration

        package init(
            number: Int, _ command: CommandAPDU, _ outcome: Result<ResponseAPDU, ChannelError>, _ duration: Duration
        ) {
            self.number = number
            self.command = command
            self.outcome = outcome
            self.duration = duration
        }
    }

    /// The card was to be powered anew.
    package struct Reset: Observation {
        package let failure: ChannelError?
        package let duration: Duration

        package init(failure: ChannelError?, duration: Duration) {
            self.failure = failure
            self.duration = duration
        }
    }
}

/// Something that a layer tells while it works, for whoever looks over its shoulder.
///
/// Each layer has types of its own for this. None is a sentence, and none says more of a card than
/// its type promises.
package protocol Observation: Sendable {}

/// Who looks over the shoulder of what talks to readers and cards.
package enum Observer {
    /// Told of each observation, from whichever thread it is made on; `nil` where nobody looks.
    package static var current: (@Sendable (any Observation) -> Void)? { ofTask ?? ofProcess.withLock { $0 } }

    /// Who looks at what is begun in a task, or in the tasks that it starts.
    @TaskLocal package static var ofTask: (@Sendable (any Observation) -> Void)?

    /// Who looks at the whole process. A program sets it before there is any task: the runtime that is
    /// linked into it cannot hold a task's value there (SIGSEGV in `swift_task_localValuePush`, Swift 6.3.1).
    package static let ofProcess = Mutex<(@Sendable (any Observation) -> Void)?>(nil)
}
