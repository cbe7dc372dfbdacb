import TestSupport
import Testing
import ThaiIDCard

/// A set of offsets, against one that keeps each offset by itself.
@Suite struct SpansTests {
    private static func spans(_ random: inout SeededGenerator) -> Range<Int> {
        let start = Int.random(in: 0...60, using: &random)
        return start..<(start + Int.random(in: 0...9, using: &random))
    }

    @Test func anySpansAreAsASetOfTheirOffsets() {
        var random = SeededGenerator(seed: 31)
        for _ in 0..<400 {
            var (spans, offsets) = (Spans(), Set<Int>())
            for _ in 0..<Int.random(in: 0...20, using: &random) {
                let span = Self.spans(&random)
                spans.insert(span)
                offsets.formUnion(span)
            }
            #expect(spans.ranges.flatMap(Array.init) == offsets.sorted())
            #expect(spans.count == offsets.count)
            #expect(zip(spans.ranges, spans.ranges.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
            for _ in 0..<20 {
                let asked = Self.spans(&random)
                #expect(spans.contains(asked) == offsets.isSuperset(of: asked))
                #expect(spans.within(asked).flatMap(Array.init) == asked.filter(offsets.contains))
                #expect(spans.missing(in: asked).flatMap(Array.init) == asked.filter { !offsets.contains($0) })
                #expect(
                    spans.run(holding: asked.lowerBound)?.contains(asked.lowerBound) ?? false
                        == offsets.contains(asked.lowerBound))
            }
        }
    }

    @Test(
        arguments: [
            (4..<6, [0..<2, 4..<6, 8..<9]), (2..<8, [0..<9]), (1..<5, [0..<5, 8..<9]), (0..<9, [0..<9]),
            (9..<11, [0..<2, 8..<11]), (5..<5, [0..<2, 8..<9]), (0..<2, [0..<2, 8..<9]), (3..<8, [0..<2, 3..<9]),
        ])
    func insertedSpansJoinTheirNeighbours(_ inserted: Range<Int>, _ ranges: [Range<Int>]) {
        var spans = Spans()
        for span in [8..<9, 0..<2, inserted] { spans.insert(span) }
        #expect(Array(spans.ranges) == ranges)
    }
}
