import CardFormats
import CardRecord
import CardTrace
import Invention
import Testing
import ThaiIDCard

@testable import ThaiIDCommands

/// Invented people in the forms in which they are printed. What is kept here must stay for ever: a
/// seed gives the same bytes on every machine.
@Suite struct InventTests {
    private static let people = InventedPeople(seed: 1, odd: true, portraits: false)
    private static let fields = Field.all.filter { $0.sensitivity != .guarded && $0.key != "photo" }

    @Test func recordsAreAsTheyWere() throws {
        let text = Self.people.prefix(5).map { InventedForm.records.text(of: $0, Self.fields) }.joined()
        try Golden.expect(text, "invent/records.txt")
    }

    @Test func traceIsAsItWas() throws {
        try Golden.expect(InventedForm.traces.text(of: Self.people[0], Self.fields), "invent/trace.txt")
    }

    @Test func traceSaysWhatTheCardSays() throws {
        for person in InventedPeople(seed: 2, odd: true, portraits: false).prefix(200) {
            let text = InventedForm.traces.text(of: person, Self.fields)
            let trace = try Trace(parsing: Array(text.utf8))
            #expect(!trace.hasTimes && trace.recordedAt == InventedPerson.readAt && trace.reader == nil)
            #expect(IDCard(trace.image, fields: Self.fields).citizenID == person.card.citizenID)
            #expect(IDCard(trace.image, fields: Self.fields).nameThai == person.card.nameThai)
        }
    }
}
