import Dispatch
import Testing

@testable import PCSC

@Suite struct PacingTests {
    @Test(
        arguments: [
            (.zero, 0), (.seconds(-1), 0), (.microseconds(1), 1), (.milliseconds(700), 700),
            (.seconds(60), 60_000), (.seconds(1_000_000_000), 4_000_000_000),
        ] as [(Duration, UInt32)])
    func countsMilliseconds(_ duration: Duration, _ count: UInt32) {
        #expect(duration.wholeMilliseconds == count)
    }

    @Test func convertsToDispatch() {
        #expect(Duration.milliseconds(1500).dispatchInterval == .nanoseconds(1_500_000_000))
        #expect(Duration.seconds(Int64.max).dispatchInterval == .nanoseconds(1_000_000_000_000_000_000))
    }

    @Test func pauses() {
        let start = ContinuousClock.now
        Pacing().pause(.milliseconds(5))
        #expect(ContinuousClock.now - start >= .milliseconds(5))
    }

    @Test func triesThreeTimesWithinHalfASecond() {
        #expect(Pacing().retries == [.milliseconds(150), .milliseconds(300)])
    }
}
