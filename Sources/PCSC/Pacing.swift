internal import Dispatch

/// How long things may take and what is waited between tries: every duration of this module, and
/// the clock that tests replace.
struct Pacing: Sendable {
    /// Between an insertion and the first connect: contacts bounce, and readers that are asked at
    /// once report the card as removed. Published readers wait 0.1 to 1.5 s; short and a retry is
    /// better than long.
    var settle: Duration = .milliseconds(200)
    /// Between one try to connect and the next; their number plus one is the number of tries.
    var retries: [Duration] = [.milliseconds(150), .milliseconds(300)]
    /// After which connecting counts as hung.
    var connectLimit: Duration = .seconds(5)
    /// How long another program's transaction is waited for.
    var transactionLimit: Duration = .seconds(5)
    /// How long listing readers or reaching the service may take.
    var serviceLimit: Duration = .seconds(5)
    /// How long the service may take to notice that a card is gone whose exchange just failed:
    /// pcscd looks every 400 ms at readers that do not report it by themselves.
    var removalNotice: Duration = .milliseconds(700)
    /// Between tries to reach a service that stopped: doubled from the first to the last.
    var serviceReturn: ClosedRange<Duration> = .milliseconds(250) ... .seconds(2)
    /// After which a wait for events is renewed though nothing happened.
    var watchRenewal: Duration = .seconds(60)
    /// What the thread of a cancelled session gets to disconnect.
    var cancelGrace: Duration = .milliseconds(100)
    /// Lets the calling thread rest.
    var pause: @Sendable (Duration) -> Void = { duration in
        _ = DispatchSemaphore(value: 0).wait(timeout: .now() + duration.dispatchInterval)
    }
}

extension Duration {
    /// The same span for Dispatch; anything over 30 years counts as 30 years.
    var dispatchInterval: DispatchTimeInterval {
        let (seconds, attoseconds) = components
        let nanoseconds = min(seconds, 1_000_000_000) * 1_000_000_000 + attoseconds / 1_000_000_000
        return .nanoseconds(Int(nanoseconds))
    }

    /// Whole milliseconds, rounded up, as PC/SC counts them; at least 0 and below its "for ever".
    var wholeMilliseconds: UInt32 {
        let (seconds, attoseconds) = components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        let roundedUp = (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return UInt32(min(seconds, 4_000_000) * 1000 + roundedUp)
    }
}
