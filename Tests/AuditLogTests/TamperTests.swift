import Foundation
import TestSupport
import Testing

@testable import AuditLog

/// Everything that somebody might do to a log of 10,000 entries who can write to its file: all of it is found.
///
/// `THAIID_TAMPER=all` changes each bit of each entry, not one in a few thousand.
@Suite struct TamperTests {
    private static let log = SampleLog(10_000)
    private static let isWhole = ProcessInfo.processInfo.environment["THAIID_TAMPER"] == "all"

    private var log: SampleLog { Self.log }

    /// A verifier that has seen all before an entry is asked of each change to it and the entry after it: what is found
    /// by then is found.
    @Test func eachChangedBitIsFound() {
        var (verifier, generator, tried, missed) = (log.verifier(), SeededGenerator(seed: 1), 0, [String]())
        for (index, row) in log.rows.enumerated() {
            let columns = Change.Column.allCases
            for column in Self.isWhole ? columns : [.entry, columns[index % columns.count]] {
                let bits = column.bits(of: row)
                // Of a line another byte in each entry, so that each place has its turn.
                let chosen = Self.isWhole ? Array(0..<bits) : [(index * 8 + Int(generator.next() % 8)) % bits]
                for bit in chosen {
                    tried += 1
                    var after = verifier
                    after.take(Change(column: column, bit: bit).made(to: row))
                    if after.findings.isEmpty, index + 1 < log.rows.count { after.take(log.rows[index + 1]) }
                    if after.findings.isEmpty { missed.append("\(row.n) \(column) \(bit)") }
                }
            }
            verifier.take(row)
        }
        #expect(verifier.finish() == [])
        #expect(missed == [])
        print("log: \(tried) changed bits, each found")
    }

    @Test func eachChangedBitOfACheckpointIsFound() {
        var (generator, missed) = (SeededGenerator(seed: 2), [String]())
        for index in log.notes.indices {
            let bytes = Array(log.notes[index].utf8)
            let all = 0..<bytes.count * 8
            for bit in Self.isWhole ? Array(all) : (0..<40).compactMap({ _ in all.randomElement(using: &generator) }) {
                var (changed, notes) = (bytes, log.notes)
                changed[bit / 8] ^= 1 << (bit % 8)
                notes[index] = String(decoding: changed, as: UTF8.self)
                let verifier = LogVerifier(publicKey: SampleLog.signer.publicKey, checkpoints: notes, now: log.now)
                if verifier.finish().allSatisfy({ $0.isCut }) { missed.append("\(index) \(bit)") }
            }
        }
        #expect(missed == [])
    }

    @Test func missingEntryIsAGap() {
        var (verifier, missed) = (log.verifier(), [Int]())
        for (row, next) in zip(log.rows, log.rows.dropFirst()) {
            if Self.isWhole || row.n.isMultiple(of: 7) {
                var after = verifier
                after.take(next)
                if after.findings != [.gap(writer: 1, after: row.n - 1, found: next.n)] { missed.append(row.n) }
            }
            verifier.take(row)
        }
        #expect(missed == [])
        var log = log
        log.remove(at: 9_999)
        #expect(log.findings() == [.cut(writer: 1, entries: 9_999, said: 10_000, by: .kept(log.notes.count))])
    }

    @Test func entryThatStandsTwiceIsFound() {
        var (verifier, missed) = (log.verifier(), [Int]())
        for row in log.rows {
            verifier.take(row)
            guard Self.isWhole || row.n.isMultiple(of: 7) else { continue }
            var after = verifier
            after.take(row)
            if after.findings != [.passed(writer: 1, n: row.n)] { missed.append(row.n) }
        }
        #expect(missed == [])
    }

    @Test func entriesThatChangedPlacesAreFound() {
        var generator = SeededGenerator(seed: 3)
        for distance in [1, 5_000] {
            let one = Int(generator.next() % UInt64(10_000 - distance))
            var rows = log
            rows.swap(one, one + distance)
            #expect(rows.findings().contains { if case .passed = $0 { true } else { false } })
            // And where their numbers stay in order.
            var lines = log
            lines.change(at: one) { $0.entry = log.rows[one + distance].entry }
            lines.change(at: one + distance) { $0.entry = log.rows[one].entry }
            let findings = lines.findings()
            #expect(findings.contains(.changed(writer: 1, n: one + 1)))
            #expect(findings.contains(.misplaced(writer: 1, n: one + distance + 1)))
        }
    }

    @Test func tailThatIsCutIsFound() {
        for count in [0, 1, 999, 1_000, 9_999] {
            var log = log
            log.remove(from: count)
            #expect(log.findings() == [.cut(writer: 1, entries: count, said: 10_000, by: .kept(log.notes.count))])
        }
    }

    /// Whoever writes to the file can make all hashes anew: the checkpoints say otherwise.
    @Test func tailThatIsMadeAnewIsFound() {
        var log = log
        let (notes, sizes) = (log.notes, log.sizes)
        log.rewrite(from: 8_321)
        #expect(log.rows.count == 10_000)
        let wrong = sizes.enumerated().filter { $0.element > 8_321 }
        #expect(log.findings() == wrong.map { .otherHead(writer: 1, n: $0.element, by: .kept($0.offset + 1)) })
        #expect(notes == log.notes)
        // Without those, the days that are over have none.
        let kept = sizes.prefix { $0 <= 8_321 }.count
        log.drop(notesFrom: kept)
        let findings = log.findings()
        #expect(findings == [.noCheckpoint(writer: 1, day: "2026-11-29")])
    }

    /// With the register's own key, which root can use, the tail is as good as the first: but for whoever kept one note.
    @Test func tailThatIsSignedAnewIsFoundByANoteFromOutside() {
        var log = log
        log.rewrite(from: 8_321)
        log.drop(notesFrom: 0)
        log.signAnew()
        #expect(log.findings() == [])
        let later = Self.log.sizes.indices.filter { Self.log.sizes[$0] > 8_321 }
        for index in [later.first, later.last].compactMap(\.self) {
            let findings = log.findings(outside: [Self.log.notes[index]])
            #expect(findings.contains(.unknown(.outside(1))))
            #expect(findings.contains(.otherHead(writer: 1, n: Self.log.sizes[index], by: .outside(1))))
        }
        // As long as it was, but for its end.
        var cut = Self.log
        cut.cut(to: 9_000)
        #expect(cut.findings() == [])
        let last = Self.log.notes.count
        #expect(
            cut.findings(outside: Self.log.notes).contains(
                .cut(writer: 1, entries: 9_000, said: 10_000, by: .outside(last))))
    }

    /// CVE-2023-31437: the sealed end is cut off, and the log goes on. The register itself signs what comes then.
    @Test func cutAndContinuedIsFound() {
        var log = log
        log.cut(to: 8_500)
        var generator = SeededGenerator(seed: 4)
        log.now = Self.log.now
        log.add(1_600, using: &generator)
        #expect(log.findings() == [])
        let findings = log.findings(outside: Self.log.notes)
        #expect(findings.contains(.otherHead(writer: 1, n: 10_000, by: .outside(Self.log.notes.count))))
        #expect(findings.contains(.unknown(.outside(Self.log.notes.count))))
        // Without touching the checkpoints nobody outside is needed.
        var kept = Self.log
        kept.rewrite(from: 9_500)
        #expect(!kept.findings().isEmpty)
    }

    /// CVE-2023-31438: old entries are sealed anew, under a key of today.
    @Test func sealedAnewUnderAnotherKeyIsFound() {
        var log = log
        log.rewrite(from: 9_100)
        log.drop(notesFrom: 0)
        log.signAnew(by: SampleLog.stranger)
        let findings = log.findings()
        for index in log.notes.indices {
            #expect(findings.contains(.badCheckpoint(.kept(index + 1), .unsigned)))
        }
    }

    /// CVE-2023-31439 and unsealed files: a log without any seal is not taken for one that needs none.
    @Test func logWithoutCheckpointsIsFound() {
        var log = log
        log.drop(notesFrom: 0)
        let findings = log.findings()
        #expect(findings.count == 7)
        #expect(findings.allSatisfy { if case .noCheckpoint = $0 { true } else { false } })
    }

    @Test func missingCheckpointIsFound() {
        for index in log.notes.indices.dropLast() {
            var log = log
            log.remove(noteAt: index)
            let findings = log.verifier(outside: [Self.log.notes[index]]).finish().filter { !$0.isCut }
            #expect(findings == [.unchained(.kept(index + 1)), .unknown(.outside(1))])
        }
        var swapped = log
        swapped.swapNotes(2, 3)
        let findings = swapped.findings()
        #expect(findings.filter { if case .unchained = $0 { true } else { false } }.count == 3)
        #expect(findings.contains(.shrunk(.kept(4))))
    }

    /// A million with `THAIID_TAMPER=all`.
    @Test func verifyingTakesLittleTime() {
        let count = Self.isWhole ? 1_000_000 : 10_000
        let log = SampleLog(count, start: SampleLog.start - 700 * SampleLog.day)
        let clock = ContinuousClock()
        var findings: [LogFinding] = []
        let time = clock.measure { findings = log.findings() }
        #expect(findings == [])
        print("log: \(count) entries verified in \(time)")
    }
}

extension LogFinding {
    fileprivate var isCut: Bool { if case .cut = self { true } else { false } }
}
