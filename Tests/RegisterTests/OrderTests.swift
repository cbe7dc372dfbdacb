import CardRecord
import Register
import RegisterModel
import TestSupport
import Testing
import ThaiIDCard

/// R11 through the store: in whatever order desks hand over what they read, the same is shown.
@Suite struct OrderTests {
    /// Reads of one person's cards, each of which says something of its own.
    private static let reads: [(card: IDCard, at: String, id: ReadID)] = [
        ("2025-01-02", "1", "ก", "2026-01-05"), ("2025-06-01", "2", "ก", "2026-01-06"),
        ("2025-01-02", "3", "ก", "2026-01-09"),
        ("2025-09-01", "4", "ข", "2026-01-10"), ("2025-06-01", "5", "ก", "2026-01-12"),
        ("2025-09-01", "6", "ข", "2026-01-11"),
    ].enumerated().map { number, said in
        let card = IDCard.invented {
            $0.issue(said.0, request: Int(said.0.filter(\.isNumber)) ?? 0)
            $0.move(to: said.1)
            $0.name(said.2, "ตัวอย่าง", english: "T", "T")
        }
        return (card, said.3 + "T10:00:00+07:00", ReadID(milliseconds: number))
    }

    private func shown(_ order: [Int]) throws -> String {
        let office = try Office()
        for number in order {
            office.clock.pass(seconds: 1)
            let read = Self.reads[number]
            try office.save(read.card, at: read.at, id: read.id)
        }
        let shown = try office.shown(Self.reads[0].card)
        let list = shown.list("sources").map(\.line).sorted()
        return [shown["record"], shown["flags"], shown["visits"]].map { $0?.line ?? "" }.joined() + list.joined()
    }

    @Test func anyOrderAndAnyRepetitionShowTheSame() throws {
        var generator = SeededGenerator(seed: 4)
        let expected = try shown(Array(Self.reads.indices))
        for _ in 0..<12 {
            let repeated = Array(Self.reads.indices) + [Int.random(in: Self.reads.indices, using: &generator)]
            #expect(try shown(repeated.shuffled(using: &generator)) == expected)
        }
    }

    /// Two cards of one day: the one that was read last is the newer, also where an earlier read of the other one is
    /// handed over last.
    @Test func aReadThatSaysNothingNewStillCounts() throws {
        let old = IDCard.invented { $0.issue("2025-01-02", request: 1) }
        let new = IDCard.invented { $0.issue("2025-06-01", request: 2) }
        let reads = [(new, "2026-01-05"), (old, "2026-01-06"), (new, "2026-01-07")]
        for order in [[0, 1, 2], [0, 2, 1], [2, 0, 1], [2, 1, 0], [1, 0, 2], [1, 2, 0]] {
            let office = try Office()
            for number in order { try office.save(reads[number].0, at: reads[number].1 + "T10:00:00+07:00") }
            #expect(try office.shown(new).texts("flags") == ["re-issued"], "\(order)")
        }
    }
}
