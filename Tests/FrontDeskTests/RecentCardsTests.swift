import Host
import Synchronization
import TestSupport
import Testing

@testable import FrontDesk

/// Cards that were dealt with a short time ago.
@Suite struct RecentCardsTests {
    private final class Time: Sendable {
        private let seconds = Mutex(1_790_000_000)
        var clock: WallClock { WallClock(seconds: { self.seconds.withLock { $0 } }) }
        func jump(_ by: Int) { seconds.withLock { $0 += by } }
    }

    private let folder: TemporaryFolder
    private let time = Time()

    init() throws { folder = try TemporaryFolder() }

    private func recent(_ span: Duration = .seconds(600)) throws -> RecentCards {
        RecentCards(within: span, of: try Given.spool(in: folder), clock: time.clock)
    }

    @Test func theSameCardIsNotNewUntilTheTimeIsOver() throws {
        let recent = try recent(.milliseconds(50))
        recent.note("1000000000009")
        #expect(recent.holds("1000000000009") && !recent.holds("2000000000007"))
        WallClock.pause(for: .milliseconds(60))
        #expect(!recent.holds("1000000000009"))
    }

    @Test(arguments: [3_600, -3_600, 86_400]) func aClockThatJumpsMakesNoCardNew(_ jump: Int) throws {
        let recent = try recent()
        recent.note("1000000000009")
        time.jump(jump)
        #expect(recent.holds("1000000000009"))
    }

    @Test func itLastsOverARestartAsLongAsTheClockSays() throws {
        try recent().note("1000000000009")
        time.jump(599)
        #expect(try recent().holds("1000000000009"))
        time.jump(2)
        #expect(try !recent().holds("1000000000009"))
        time.jump(-700)
        #expect(try !recent().holds("1000000000009"), "a clock that was set back says nothing")
    }

    @Test func nothingOfTheNumberIsKept() throws {
        try recent().note("1000000000009")
        let kept = String(decoding: try InputFile.read(folder.path("spool/recent"), limit: 1_000), as: UTF8.self)
        #expect(!kept.contains("100000") && kept.split(separator: " ").first?.count == 32)
    }
}
