import ArgumentParser
import VirtualCard

/// How long each byte takes: a card's kind, or a length of time.
struct ByteTime: Hashable, ExpressibleByArgument {
    let duration: Duration

    init?(argument: String) {
        switch argument {
        case "slow": duration = Latency.slow.perByte
        case "fast": duration = Latency.fast.perByte
        default:
            guard let span = TimeSpan(argument: argument) else { return nil }
            duration = span.duration
        }
    }
}
