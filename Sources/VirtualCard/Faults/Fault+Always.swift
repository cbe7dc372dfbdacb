internal import Host
internal import SmartCard
internal import ThaiIDCard

/// What a card does at every exchange.
extension Fault {
    /// The card does not answer to power, nor to any command.
    public static let mute = Fault("mute", power: { () throws(ChannelError) in throw .cardMute })

    /// Every answer takes its time, for which the calling thread sleeps.
    public static func latency(_ latency: Latency) -> Fault { Fault.latency(latency, pause: WallClock.pause) }

    /// Every answer takes its time, which passes as `pause` has it.
    public static func latency(_ latency: Latency, pause: @escaping @Sendable (Duration) -> Void) -> Fault {
        Fault("latency") { turn throws(ChannelError) in
            let answer = try turn.passOn()
            pause(latency.duration(of: turn.command, answer))
            return answer
        }
    }

    /// Every answer says that 255 more bytes wait (`61FF`).
    public static let endlessWaiting = Fault("endless 61") { _ in ResponseAPDU(status: .bytesWaiting(255)) }

    /// Every answer wants the command again, with another length each time (`6Cxx`).
    public static let endlessLengths = Fault("endless 6C") { turn in
        ResponseAPDU(status: .exactLength(turn.number % 255 + 1))
    }

    /// GET RESPONSE is taken with this P2 only; with another, what waits goes on waiting.
    public static func getResponse(p2: UInt8) -> Fault {
        Fault("GET RESPONSE with P2 \(Hex.encode([p2]))") { turn throws(ChannelError) in
            guard turn.command.instruction == 0xC0, turn.command.p2 != p2 else { return try turn.passOn() }
            return ResponseAPDU(status: .wrongParameters)
        }
    }

    /// READs of more bytes than this are refused (`6700`).
    public static func longestRead(_ count: Int) -> Fault {
        Fault("longest READ \(count)") { turn throws(ChannelError) in
            guard let read = ReadCommand(turn.command), read.span.count > count else { return try turn.passOn() }
            return ResponseAPDU(status: .wrongLength)
        }
    }

    /// READ without Le is answered by `6Cxx`, and with that Le by the data.
    public static let exactLengthOnRead = Fault("6C on READ") { turn throws(ChannelError) in
        guard let read = ReadCommand(turn.command) else { return try turn.passOn() }
        guard turn.command.expectedLength == read.span.count else {
            return ResponseAPDU(status: .exactLength(read.span.count))
        }
        let first = try turn.passOn()
        guard let count = first.status.bytesWaiting else { return first }
        return try turn.next(.getResponse(count))
    }

    /// What SELECT left waiting answers the next command in its place, and so on from there, where
    /// nobody fetches it.
    public static let keepsPending = Fault(
        "pending bytes kept",
        power: { () throws(ChannelError) in
            var pending = PendingBytes()
            return { turn throws(ChannelError) in pending.swap(try turn.passOn(), for: turn.command) }
        })
}

/// A card that does not forget what nobody fetched: GET RESPONSE hands out the oldest answer first.
struct PendingBytes {
    private var waiting: [[UInt8]] = []

    /// Puts the answer that should come behind those that were never fetched.
    mutating func swap(_ answer: ResponseAPDU, for command: CommandAPDU) -> ResponseAPDU {
        guard command.instruction == 0xC0, !answer.data.isEmpty else {
            if let count = answer.status.bytesWaiting { waiting.append([UInt8](repeating: 0, count: count)) }
            return answer
        }
        if waiting.last?.count == answer.data.count { waiting[waiting.count - 1] = answer.data }
        let oldest = waiting.isEmpty ? answer.data : waiting.removeFirst()
        return ResponseAPDU(oldest, status: answer.status)
    }
}
