import CardRecord
import Foundation
import Invention
import TestSupport
import Testing
import ThaiIDCard

@testable import CardQuality

/// What the checks say of cards that are as cards are, and of those that are odd on purpose.
@Suite struct CheckedCardsTests {
    /// What shows of everybody here that nobody is real.
    private static let everybody: Set<String> = ["id-office", "area-unknown"]

    /// People who do not exist, and what is true of some of them; of the photos, which take long, there are none.
    @Test func inventedPeopleHaveNothingWrong() {
        let ordinary: Set<String> = ["birth-calendar", "birth-partial", "expired", "title-age", "photo-missing"]
        for person in InventedPeople(seed: 12, portraits: false).prefix(500) {
            let card = Self.checked(person.card)
            let found = Set(card.findings.map(\.check.code)).subtracting(ordinary)
            #expect(found == Self.everybody, "\(person.index)")
        }
    }

    @Test func inventedPhotosAreAsOnCards() {
        for person in InventedPeople(seed: 12).prefix(5) {
            let found = Self.checked(person.card).findings.map(\.check.code)
            #expect(!found.contains { $0.hasPrefix("photo-") }, "\(person.index)")
        }
    }

    /// Odd cards have errors where a date or the sex is none, or the number is wrong.
    @Test func oddPeopleHaveErrorsOfFewKinds() {
        let errors = InventedPeople(seed: 12, odd: true, portraits: false).prefix(500).flatMap { person in
            Self.checked(person.card).findings.filter { $0.check.severity == .error }.map(\.check.code)
        }
        #expect(
            Set(errors).isSubset(of: ["id-check", "birth-impossible", "issue-impossible", "sex-value", "photo-header"]))
    }

    /// By the name of a fixture, what is found beside what is found of everybody.
    private static let oddFixtures: [String: [String]] = [
        "blank-expiry": ["birth-partial"], "chip-refused": ["expired"], "control-bytes": ["english-script"],
        "cp874-bytes": ["name-script"], "five-slots": ["name-slots"],
        "impossible-date": ["birth-impossible", "issue-impossible"], "long-address": ["name-length", "title-unknown"],
        "month-only-birth": ["birth-partial"], "no-hash-name": ["name-family", "name-slots"],
        "no-photo": ["photo-missing"], "odd-codes": ["id-class-9", "sex-value"], "odd-laser-number": ["laser-shape"],
        "old-atr": ["expired"], "three-slots": ["name-slots"], "year-only-birth": ["birth-partial"],
    ]

    @Test(arguments: Fixtures.names)
    func fixturesAreFoundToBeWhatTheyAre(_ name: String) throws {
        let data = try Data(contentsOf: Fixtures.folder.appendingPathComponent("\(name).json"))
        let json = try #require(JSONValue(parsing: Array(data)))
        guard json["error"] == nil else { return }
        let card = try CheckedCard(JSONRecord(json: json).model())
        let found = Set(card.findings.map(\.check.code)).subtracting(Self.everybody)
        #expect(found == Set(Self.oddFixtures[name] ?? []))
    }

    private static func checked(_ card: IDCard) -> CheckedCard {
        let read = Record.Read(
            at: InventedPerson.readAt, source: .virtual, reader: nil, atr: "3B00", exchanges: 1, milliseconds: 1)
        return CheckedCard(Record(read: read, card: card, fields: Field.all))
    }
}
