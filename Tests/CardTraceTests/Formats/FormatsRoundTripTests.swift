import CardTrace
import SmartCard
import TestSupport
import Testing

/// What a format can hold comes back from it byte for byte; what it cannot is said to be lost.
@Suite struct FormatsRoundTripTests {
    private static let readAndWritten = TraceFormat.allCases.filter { $0.canRead && $0.canWrite }

    /// A recording that all formats can hold: whole milliseconds only with `times`, no names.
    private static func holdable(_ random: inout SeededGenerator, times: Bool) -> Trace {
        var events: [Trace.Event] = [.powered(ATR(random.bytes(.random(in: 2...33, using: &random))))]
        for _ in 0..<Int.random(in: 0...5, using: &random) {
            if Int.random(in: 0..<6, using: &random) == 0 {
                events.append(.powered(ATR(random.bytes(.random(in: 2...33, using: &random)))))
                continue
            }
            let isLong = Int.random(in: 0..<8, using: &random) == 0
            let answer = random.bytes(.random(in: 0...(isLong ? 256 : 20), using: &random)) + [0x90, 0x00]
            let command = random.bytes(.random(in: 4...(isLong ? 200 : 13), using: &random))
            let duration = times && Bool.random(using: &random) ? Int.random(in: 0...9000, using: &random) : nil
            events.append(
                .exchange(Trace.Exchange(command, .answer(answer), duration: duration.map(Duration.milliseconds))))
        }
        return Trace(events: events)
    }

    private static func passes(_ trace: Trace, through formats: [TraceFormat]) throws {
        let original = try #require(TraceFormat.thaiid.write(trace))
        #expect(original.losses.isEmpty)
        var bytes = original.bytes
        for format in formats + [.thaiid] {
            let read = try #require(TraceFormat.recognise(bytes)).read(bytes)
            let written = try #require(format.write(read.trace))
            #expect(read.losses.isEmpty && written.losses.isEmpty)
            bytes = written.bytes
        }
        #expect(bytes == original.bytes)
    }

    @Test func tenThousandRecordingsPassThroughEveryFormat() throws {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<10_000 {
            try Self.passes(Self.holdable(&random, times: false), through: [.cardpeek, .apdu4j])
        }
    }

    @Test func tenThousandRecordingsWithTimesAndNamesPassThroughThoseThatHaveThem() throws {
        var random = SeededGenerator(seed: 12)
        for number in 0..<10_000 {
            var trace = Self.holdable(&random, times: true)
            if Bool.random(using: &random) { trace.reader = "เครื่องอ่าน \(number) 00 00" }
            if Bool.random(using: &random) { trace.recordedAt = "2026-11-23T09:41:07+07:00" }
            try Self.passes(trace, through: [.apdu4j])
        }
    }

    @Test func whatIsNotSaidToBeLostIsNot() throws {
        var random = SeededGenerator(seed: 13)
        var kept = 0
        for _ in 0..<1000 {
            let trace = TestTraces.random(&random)
            for format in Self.readAndWritten {
                let written = try #require(format.write(trace))
                #expect(TraceFormat.recognise(written.bytes) == format)
                let back = try format.read(written.bytes)
                let isWhole = back.trace == trace
                #expect(isWhole == written.losses.isEmpty)
                kept += isWhole ? 1 : 0
                #expect(format.write(back.trace)?.losses == [] || !written.losses.isEmpty)
            }
        }
        #expect(kept > 1000)
    }

    @Test func writingWhatWasReadGivesTheSameFile() throws {
        var random = SeededGenerator(seed: 14)
        for _ in 0..<500 {
            let trace = TestTraces.random(&random)
            for format in Self.readAndWritten {
                let once = try #require(format.write(trace)?.bytes)
                let twice = try #require(format.write(format.read(once).trace)?.bytes)
                let isComment: ([UInt8].SubSequence) -> Bool = { $0.starts(with: "# No ".utf8) }
                #expect(twice.split(separator: 0x0A) == once.split(separator: 0x0A).filter { !isComment($0) })
            }
        }
    }
}
