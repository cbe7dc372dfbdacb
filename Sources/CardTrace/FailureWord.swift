internal import SmartCard

/// How a channel's failure is written in a recording: a word, for two kinds with a number.
enum FailureWord {
    private static let words: [(ChannelError, String)] = [
        (.cardRemoved, "card-removed"), (.readerGone, "reader-gone"), (.serviceGone, "service-gone"),
        (.cardReset, "card-reset"), (.cardMute, "card-mute"), (.communication, "communication"),
        (.cardInUse, "card-in-use"), (.accessDenied, "access-denied"),
        (.unsupportedProtocol, "unsupported-protocol"), (.timedOut, "timed-out"),
    ]

    /// Every word there is, for messages.
    static let all = words.map(\.1) + ["malformed COUNT", "code HEX"]

    /// The words for a failure; `nil` for what can only happen in a replay.
    static func write(_ error: ChannelError) -> String? {
        switch error {
        case .malformedAnswer(let count): "malformed \(count)"
        case .other(let code): "code \(String(code, radix: 16, uppercase: true))"
        default: words.first { $0.0 == error }?.1
        }
    }

    /// The failure that words stand for.
    static func read(_ text: String) -> ChannelError? {
        let parts = text.split(separator: " ")
        switch (parts.first, parts.count) {
        case ("malformed", 2): return Int(parts[1]).map { .malformedAnswer(count: $0) }
        case ("code", 2): return UInt32(parts[1], radix: 16).map { .other(code: $0) }
        default: return words.first { $0.1 == text }?.0
        }
    }
}
