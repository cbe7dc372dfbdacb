import CardTrace
import Foundation
import Invention
import Pseudonyms
import SmartCard
import Testing
import ThaiIDCard

/// What becomes of invented people, plain and odd.
@Suite struct PseudonymPeopleTests {
    /// How many: THAIID_PEOPLE in the environment says so for a long run.
    private static let count = ProcessInfo.processInfo.environment["THAIID_PEOPLE"].flatMap { Int($0) } ?? 200

    @Test(arguments: [false, true])
    func nobodyIsFoundAndTheCardBehavesTheSame(_ isOdd: Bool) throws {
        let people = InventedPeople(seed: 11, odd: isOdd, portraits: false)
        let pseudonymiser = Pseudonymiser(key: RecordedPeople.key)
        for person in people.prefix(Self.count / 2) {
            let original = RecordedPeople.textTrace(person)
            let pseudonym = try pseudonymiser.pseudonymise(original)
            let who: Comment = "person \(person.index), \(person.oddities)"
            #expect(pseudonym.shape == original.shape, who)
            #expect(pseudonym.findings == original.findings, who)
            #expect(PersonalText(original).found(in: pseudonym) == [], who)
            let (card, other) = (IDCard(original.image), IDCard(pseudonym.image))
            #expect(card.states == other.states, who)
            #expect(other.citizenID.value?.registrar == "0000", who)
            #expect(card.sex == other.sex, who)
        }
    }

    @Test func portraitIsDrawnAnewInTheSameRoom() throws {
        for person in InventedPeople(seed: 12, odd: true).prefix(6) {
            let original = RecordedPeople.trace(person.image)
            let pseudonym = try Pseudonymiser(key: RecordedPeople.key).pseudonymise(original)
            #expect(pseudonym.shape == original.shape)
            #expect(pseudonym.findings == original.findings)
            let (photo, other) = (IDCard(original.image).photo.value?.jpeg, IDCard(pseudonym.image).photo.value?.jpeg)
            #expect(photo?.count == other?.count)
            guard let photo, let other else { continue }
            #expect(photo != other && JPEGHeader(other)?.width == DrawnPortrait.width)
        }
    }
}

/// What a card says of its holder, taken from its model: a second opinion on what must not be found.
struct PersonalText {
    private let values: Set<String>

    init(_ trace: Trace) {
        var values: Set<String> = []
        let card = IDCard(trace.image)
        for field in Field.all {
            switch field.state(in: card).value {
            case .name(let name): values.formUnion(name.parts.dropFirst(name.parts.count > 1 ? 1 : 0))
            case .address(let address): values.formUnion(address.parts)
            case .date(let date): values.formUnion([date.raw, date.iso ?? ""])
            case .citizenID(let citizenID): values.formUnion([citizenID.digits, citizenID.grouped])
            case .text(let text) where field.name != "dataVersion":
                values.formUnion([text] + text.split(separator: "/").map(String.init))
            case .text, .maskedCitizenID, .sex, .photo, nil: break
            }
        }
        self.values = values.filter { value in
            let digits = value.filter(\.isNumber)
            let isNumber = !value.contains(where: \.isLetter)
            // The capital is kept, whole or with an odd byte in it.
            let letters = String(String.UnicodeScalarView(value.unicodeScalars.filter { $0.properties.isAlphabetic }))
            return !["99999999", "00000000"].contains(value) && (letters.isEmpty || !"กรุงเทพมหานคร".contains(letters))
                && (isNumber ? digits.drop { $0 == "0" }.count > 5 : value.unicodeScalars.count > 3)
        }
    }

    /// Those that a recording's text or data hold.
    func found(in trace: Trace) -> [String] {
        let texts = [trace.text, TIS620.decode(trace.data).text, String(decoding: trace.data, as: UTF8.self)]
        return values.filter { value in texts.contains { $0.contains(value) } }
    }
}

extension IDCard {
    /// Each field's state without its value.
    var states: [String] {
        Field.all.map { field in
            switch field.state(in: self) {
            case .value: "\(field.key) value"
            case .partial: "\(field.key) partial"
            case .blank: "\(field.key) blank"
            case .notRead: "\(field.key) not read"
            case .failed(let failure): "\(field.key) \(failure)"
            }
        }
    }
}
