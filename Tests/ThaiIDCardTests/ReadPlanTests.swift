import SmartCard
import TestSupport
import Testing
import ThaiIDCard

/// Which READs fetch what a record needs.
@Suite struct ReadPlanTests {
    private func spans(_ fields: [Field], of applet: Applet = .storage, photo: Photo? = nil) throws -> [Range<Int>] {
        let image = try TestCard.image(photo: photo)
        var known = SparseBytes()
        var spans: [Range<Int>] = []
        let plan = ReadPlan(fields, of: applet)
        while let step = plan.next(after: known) {
            try #require(spans.count < 64)
            spans.append(step.span)
            for wanted in plan.wanted(of: step.span, in: known) {
                known.write(try #require(image[applet][wanted]), at: wanted.lowerBound)
            }
        }
        return spans
    }

    @Test func usualReadTakesThreeSpansForTextAndTheRestForThePhoto() throws {
        let photo = stride(from: 0x01FE, to: 379 + 4929, by: 255).map { $0..<min($0 + 255, 379 + 4929) }
        #expect(
            try spans(TestCard.usual, photo: TestCard.photo(4929))
                == [0x0000..<0x00FF, 0x00FF..<0x01FE, 0x1579..<0x1627] + photo)
    }

    @Test func textAloneTakesThreeSpans() throws {
        #expect(try spans(TestCard.text) == [0x0000..<0x00FF, 0x00FF..<0x0177, 0x1579..<0x1627])
    }

    @Test func citizenIDAloneTakesOneSpan() throws {
        #expect(try spans(TestCard.fields("dataVersion", "citizenID")) == [0x0000..<0x0011])
    }

    @Test func healthTakesTwoSpans() throws {
        #expect(try spans(Field.all, of: .health) == [0x0004..<0x0103, 0x0103..<0x015E])
    }

    @Test func fullPhotoIsReadToTheEndOfItsArea() throws {
        #expect(try spans(TestCard.usual, photo: TestCard.photo(5118)).last?.upperBound == 0x1579)
    }

    @Test func smallPhotoCostsNoRead() throws {
        #expect(try spans(TestCard.usual, photo: TestCard.photo(131)).count == 3)
        #expect(try spans(TestCard.usual, photo: TestCard.photo(132)).count == 4)
    }

    @Test func nothingIsPlannedForNothing() throws {
        #expect(try spans([]) == [])
        #expect(try spans(TestCard.text, of: .health) == [])
    }

    @Test func lastStepsAreThoseOfDeferredFields() throws {
        let image = try TestCard.image()
        var known = SparseBytes()
        let plan = ReadPlan(TestCard.usual, of: .storage)
        var deferred: [Bool] = []
        while let step = plan.next(after: known) {
            deferred.append(step.isDeferred)
            known.write(try #require(image[.storage][step.span]), at: step.span.lowerBound)
        }
        #expect(deferred.prefix(3).allSatisfy { !$0 } && deferred.dropFirst(3).allSatisfy { $0 })
    }

    @Test func digitsThatNobodyAskedForAreNotWanted() {
        let plan = ReadPlan(TestCard.usual, of: .storage)
        #expect(plan.wanted(of: 0x00FF..<0x01FE, in: SparseBytes()) == [0x00FF..<0x0177, 0x0179..<0x01FE])
        let all = ReadPlan(Field.all, of: .storage)
        #expect(all.wanted(of: 0x00FF..<0x01FE, in: SparseBytes()) == [0x00FF..<0x01FE])
    }
}

/// Any choice of fields and any photo: the fewest READs, none of them outside the file.
@Suite struct ReadPlanOptimalityTests {
    /// The fewest spans of 255 bytes that cover what is needed. Whatever covers the first needed
    /// byte reaches no further than a span that begins there, so taking that one is never worse.
    private func fewest(_ needed: [Range<Int>]) -> Int {
        var count = 0
        var covered = 0
        for range in needed.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            var start = max(range.lowerBound, covered)
            while start < range.upperBound {
                count += 1
                covered = start + 255
                start = covered
            }
        }
        return count
    }

    /// The same by trying every start of every span, for a small space.
    @Test func boundIsThatOfTryingEverything() {
        var random = SeededGenerator(seed: 12)
        for _ in 0..<20 {
            let needed = (0..<3).map { _ in
                let start = Int.random(in: 0..<700, using: &random)
                return start..<(start + Int.random(in: 1...200, using: &random))
            }
            var cost = [Int](repeating: 0, count: 1200)
            let points = needed.reduce(into: Set<Int>()) { $0.formUnion($1) }
            for index in stride(from: 899, through: 0, by: -1) {
                let ends = (max(0, index - 254)...index).map { cost[max(index + 1, $0 + 255)] }
                cost[index] = points.contains(index) ? 1 + (ends.min() ?? 0) : cost[index + 1]
            }
            #expect(fewest(needed) == cost[0])
        }
    }

    struct Outcome {
        var steps = 0
        var needed: [Range<Int>] = []
    }

    private func read(_ fields: [Field], photo count: Int) throws -> Outcome {
        let image = try TestCard.image(photo: TestCard.photo(count))
        let plan = ReadPlan(fields, of: .storage)
        var known = SparseBytes()
        var outcome = Outcome()
        while let step = plan.next(after: known) {
            outcome.steps += 1
            try #require(outcome.steps <= 64)
            #expect((1...255).contains(step.span.count))
            #expect(step.span.lowerBound >= 0 && step.span.upperBound <= 0x1627)
            known.write(try #require(image[.storage][step.span]), at: step.span.lowerBound)
        }
        outcome.needed = fields.filter { $0.applet == .storage }.map { field in
            field.key == "photo" ? 0x0179..<(0x017B + count) : field.span
        }
        return outcome
    }

    private static let choices: [(fields: [Field], photo: Int)] = {
        var random = SeededGenerator(seed: 13)
        let storage = Field.all.filter { $0.applet == .storage }
        return (0..<300).map { _ in
            (storage.filter { _ in Bool.random(using: &random) }, Int.random(in: 8...5118, using: &random))
        }
    }()

    @Test func noChoiceWithoutThePhotoTakesAReadTooMany() throws {
        for (fields, photo) in Self.choices {
            let outcome = try read(fields.filter { $0.key != "photo" }, photo: photo)
            #expect(outcome.steps == fewest(outcome.needed), "\(fields.map(\.key))")
        }
    }

    /// Text behind the photo is read before it, where the end of a long photo could have brought it
    /// along: people see the text first, at the cost of one READ at most.
    @Test func noChoiceWithThePhotoTakesMoreThanOneReadTooMany() throws {
        for (fields, photo) in Self.choices {
            let outcome = try read(fields + TestCard.fields("photo"), photo: photo)
            #expect(outcome.steps <= fewest(outcome.needed) + 1, "\(fields.map(\.key)), \(photo)")
        }
    }

    @Test func usualReadsTakeTheFewestReads() throws {
        for photo in [8, 131, 132, 386, 2000, 4929, 5118] {
            let outcome = try read(TestCard.usual, photo: photo)
            #expect(outcome.steps == fewest(outcome.needed), "\(photo)")
        }
    }
}
