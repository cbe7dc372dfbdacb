import TestSupport
import Testing

@testable import AuditLog

/// Logs that are as they were written, and what may look otherwise and is no damage.
@Suite struct LogVerifierTests {
    @Test func logAsItWasWrittenIsWhole() {
        let log = SampleLog(3_500)
        #expect(log.notes.count == 5)
        #expect(log.findings() == [])
        #expect(log.findings(outside: log.notes) == [])
        #expect(log.findings(outside: [log.notes[2]]) == [])
        #expect(SampleLog(0).findings() == [])
        #expect(SampleLog(1).findings() == [])
    }

    @Test func chainsOfManyWritersAreEachTheirOwn() {
        var generator = SeededGenerator(seed: 9)
        var log = SampleLog(10)
        for _ in 0..<40 {
            log.add(7, writer: 1, using: &generator)
            log.add(5, writer: 2, using: &generator)
            log.add(1, writer: 3, using: &generator)
        }
        log.addCheckpoint()
        #expect(log.findings() == [])
        var sorted = log
        sorted.sortByWriter()
        #expect(sorted.findings() == [])
        log.remove(at: log.rows.count - 1)
        #expect(log.findings() == [.cut(writer: 3, entries: 39, said: 40, by: .kept(log.notes.count))])
    }

    @Test func dayThatIsOverNeedsACheckpoint() {
        var log = SampleLog(10)
        // Until midnight in Thailand, which is sixteen hours on.
        #expect(log.findings(later: 15 * 60 * SampleLog.minute) == [])
        #expect(log.findings(later: SampleLog.day) == [.noCheckpoint(writer: 1, day: "2026-11-23")])
        log.addCheckpoint()
        #expect(log.findings(later: SampleLog.day) == [])
        var generator = SeededGenerator(seed: 9)
        log.add(1, using: &generator)
        #expect(log.findings(later: 3 * SampleLog.day) == [.noCheckpoint(writer: 1, day: "2026-11-23")])
        // One that was kept elsewhere will do, but the register must have it, too.
        let before = log
        log.addCheckpoint()
        #expect(before.findings(outside: [log.notes[1]], later: SampleLog.day) == [.unknown(.outside(1))])
    }

    @Test func clockMayBeSetBackALittle() {
        var log = SampleLog(3)
        log.now -= 5 * SampleLog.minute
        log.add(LogEntry(at: log.now, account: "a", role: "desk", act: "show"))
        #expect(log.findings(later: SampleLog.minute) == [])
        log.now -= 5 * SampleLog.minute + 1
        log.add(LogEntry(at: log.now, account: "a", role: "desk", act: "show"))
        #expect(
            log.findings(later: SampleLog.day / 24) == [.older(writer: 1, n: 5, by: 5 * SampleLog.minute + 1)])
    }

    /// Otherwise its day would never be over.
    @Test func entryFromTheFutureIsTold() {
        let log = SampleLog(3)
        #expect(log.findings(later: -5 * SampleLog.minute) == [])
        #expect(log.findings(later: -5 * SampleLog.minute - 1) == [.ahead(writer: 1, n: 3)])
    }

    @Test func checkpointThatIsOlderThanTheOneBeforeIsTold() {
        var log = SampleLog(3)
        log.addCheckpoint()
        log.now -= 5 * SampleLog.minute + 1
        log.addCheckpoint()
        #expect(log.findings(later: SampleLog.day / 24) == [.misdated(.kept(2))])
        #expect(log.findings(later: -SampleLog.minute).contains(.misdated(.kept(1))))
    }

    /// After a log was lost with its disk: the chain begins anew, under another number, and says so.
    @Test func restartIsToldAndNoDamage() {
        let lost = SampleLog(1_500)
        var log = SampleLog(0)
        log.now = lost.now
        log.add(LogEntry(at: log.now, account: "a", role: "super", act: "restore"), writer: 2)
        log.addCheckpoint(remarks: [.restarted], previous: lost.notes.last.map(Checkpoint.hash))
        var generator = SeededGenerator(seed: 9)
        log.add(1_500, writer: 2, using: &generator)
        #expect(log.findings() == [.restarted(.kept(1))])
        let findings = log.findings(outside: lost.notes)
        #expect(findings == [.restarted(.kept(1)), .lost(writer: 1, entries: 0, said: 1_000)])
        #expect(findings.filter(\.isDamage) == [])
        #expect(log.findings(outside: [log.notes[1]]) == [.restarted(.kept(1))])
        // What came after it must be there nevertheless.
        var cut = log
        cut.remove(from: 950)
        #expect(cut.findings().contains { $0.isDamage })
    }

    @Test func restartFromAnOlderLogKeepsWhatThereIs() {
        let whole = SampleLog(2_500)
        var log = whole
        log.cut(to: 1_200)
        log.now = whole.now
        log.add(LogEntry(at: log.now, account: "a", role: "super", act: "restore"), writer: 2)
        log.addCheckpoint(remarks: [.restarted])
        let findings = log.findings(outside: whole.notes)
        #expect(
            findings == [
                .restarted(.kept(log.notes.count)), .lost(writer: 1, entries: 1_200, said: 2_399),
            ])
        #expect(findings.filter(\.isDamage) == [])
        // What is left of the old chain is looked at as ever.
        log.change(at: 999) { $0.entry += " " }
        #expect(log.findings(outside: whole.notes).contains(.changed(writer: 1, n: 1_000)))
    }
}
