import CardRecord
import TestSupport
import Testing

/// Names of reads.
@Suite struct ReadIDTests {
    /// The time of the example in the ULID specification.
    @Test func aNameBeginsWithItsTime() throws {
        var generator = SeededGenerator(seed: 1)
        let id = ReadID(milliseconds: 1_469_918_176_385, using: &generator)
        #expect(id.description.hasPrefix("01ARYZ6S41") && id.description.utf8.count == 26)
        #expect(ReadID(id.description) == id)
    }

    @Test func namesSortByTimeAndAreNeverTheSame() {
        let ids = (0..<1_000).map { ReadID(milliseconds: 1_790_000_000_000 + $0 / 2).description }
        #expect(Set(ids).count == 1_000)
        #expect(ids.map { $0.prefix(10) } == ids.map { $0.prefix(10) }.sorted())
    }

    @Test(arguments: [
        "", "01ARYZ6S41TSV4RRFFQ69G5FA", "01ARYZ6S41TSV4RRFFQ69G5FAVX", "81ARYZ6S41TSV4RRFFQ69G5FAV",
        "01ARYZ6S41TSV4RRFFQ69G5FAU", "01aryz6s41tsv4rrffq69g5fav", "01ARYZ6S41TSV4RRFFQ69G5F/.",
    ])
    func whatIsNoUlidIsNoName(_ text: String) {
        #expect(ReadID(text) == nil)
    }
}
