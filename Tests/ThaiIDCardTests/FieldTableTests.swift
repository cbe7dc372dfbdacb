import Testing

@testable import ThaiIDCard

/// The table of fields is the one place that knows the card's layout.
@Suite struct FieldTableTests {
    struct Example: CustomTestStringConvertible, Sendable {
        let field: Field
        let bytes: [UInt8]
        var testDescription: String { "\(field.key), \(bytes.count) bytes" }
    }

    static let examples = Field.all.flatMap { field in field.examples.map { Example(field: field, bytes: $0) } }

    @Test(arguments: examples)
    func exampleIsLoadedAndStoredTheSame(_ example: Example) throws {
        let field = example.field
        var image = CardImage()
        image[field.applet].write(example.bytes, at: field.span.lowerBound)
        var card = IDCard()
        field.load(from: image, into: &card)
        #expect(field.state(in: card).value != nil)
        var stored = CardImage()
        try field.store(from: card, into: &stored)
        #expect(stored[field.applet][field.span].map(Array.init) == example.bytes)
    }

    @Test(arguments: examples)
    func exampleComesBackThroughItsValue(_ example: Example) throws {
        let field = example.field
        var image = CardImage()
        image[field.applet].write(example.bytes, at: field.span.lowerBound)
        var card = IDCard()
        field.load(from: image, into: &card)
        let value = try #require(field.state(in: card).value)
        var copy = IDCard()
        #expect(field.put(value, into: &copy))
        #expect(field.state(in: copy) == field.state(in: card))
    }

    @Test func everyFieldHasAnExample() {
        #expect(Field.all.filter(\.examples.isEmpty).map(\.key) == [])
    }

    @Test func everyExampleHasItsFieldsWidth() {
        #expect(Self.examples.filter { $0.bytes.count != $0.field.span.count }.map(\.field.key) == [])
    }

    @Test func keysAndLabelsAreUnique() {
        #expect(Set(Field.all.map(\.key)).count == Field.all.count)
        for group in Field.Group.allCases {
            let own = Field.all.filter { $0.group == group }
            #expect(Set(own.map(\.name)).count == own.count)
            #expect(Set(own.map(\.label.thai)).count == own.count)
            #expect(Set(own.map(\.label.english)).count == own.count)
        }
        #expect(Field.all.allSatisfy { !$0.label.thai.isEmpty && !$0.label.english.isEmpty })
    }

    @Test func fieldIsFoundByItsKeyAlone() {
        for field in Field.all { #expect(Field.named(field.key)?.key == field.key) }
        #expect(Field.named("laserNumber") == nil)
        #expect(Field.named("") == nil)
    }

    @Test(arguments: [(Applet.storage, 0x0000..<0x1627), (.health, 0x0004..<0x015E)])
    func rowsLieSideBySide(_ applet: Applet, _ whole: Range<Int>) {
        let spans = Field.all.filter { $0.applet == applet }.map(\.span).sorted { $0.lowerBound < $1.lowerBound }
        #expect(spans.first?.lowerBound == whole.lowerBound)
        #expect(spans.last?.upperBound == whole.upperBound)
        for (span, next) in zip(spans, spans.dropFirst()) { #expect(span.upperBound == next.lowerBound) }
    }

    /// The places that published readers agree on, written here a second time.
    @Test(arguments: [
        ("dataVersion", 0x0000, 4), ("citizenID", 0x0004, 13), ("nameThai", 0x0011, 100), ("nameEnglish", 0x0075, 100),
        ("birthDate", 0x00D9, 8), ("sex", 0x00E1, 1), ("requestNumber", 0x00E2, 20), ("issuer", 0x00F6, 100),
        ("issuerCode", 0x015A, 13), ("issueDate", 0x0167, 8), ("expiryDate", 0x016F, 8), ("unknownDigits", 0x0177, 2),
        ("photo", 0x0179, 5120), ("address", 0x1579, 160), ("underPhotoNumber", 0x1619, 14),
        ("chip.laserNumber", 7, 16), ("chip.serialNumber", 13, 8), ("health.mainEntitlement", 0x0004, 60),
        ("health.subEntitlement", 0x0040, 100), ("health.mainHospital", 0x00A4, 80), ("health.subHospital", 0x00F4, 80),
        ("health.paidType", 0x0144, 1), ("health.issueDate", 0x0145, 8), ("health.expiryDate", 0x014D, 8),
        ("health.updateDate", 0x0155, 8), ("health.hospitalChanges", 0x015D, 1),
    ])
    func fieldStandsWhereItShould(_ key: String, _ offset: Int, _ count: Int) throws {
        #expect(try #require(Field.named(key)).span == offset..<(offset + count))
    }

    @Test func tableHoldsNoOtherField() {
        #expect(Field.all.count == 26)
    }

    @Test func whatIdentifiesAPersonSaysSo() {
        #expect(Field.all.filter { $0.sensitivity == .identifier }.map(\.key) == ["citizenID", "issuerCode"])
        #expect(Field.all.filter { $0.sensitivity == .guarded }.map(\.key) == ["unknownDigits"])
        #expect(Field.all.filter(\.isDeferred).map(\.key) == ["photo"])
    }

    @Test func fieldTakesNoValueOfAnotherKind() {
        var card = IDCard()
        #expect(Field.named("citizenID")?.put(.text("1000000000009"), into: &card) == false)
        #expect(Field.named("sex")?.put(.date(PartialDate(raw: "25330415")), into: &card) == false)
        #expect(Field.named("photo")?.put(.text(""), into: &card) == false)
        #expect(card == IDCard())
    }

    @Test func wholeCardIsStoredAndLoadedTheSame() throws {
        let image = try TestCard.image()
        let card = IDCard(image)
        #expect(card.warnings == [])
        #expect(try card.image() == image)
        for field in Field.all where field.sensitivity != .guarded {
            #expect(field.state(in: card) == field.state(in: TestCard.card()), "\(field.key)")
        }
    }

    @Test func valueThatDoesNotFitIsRefused() throws {
        var card = TestCard.card()
        card.issuer = .value(String(repeating: "ก", count: 101))
        #expect(throws: EncodingError(field: "issuer")) { try card.image() }
        card.issuer = .value("日本")
        #expect(throws: EncodingError(field: "issuer")) { try card.image() }
        card.issuer = .value(String(repeating: "ก", count: 100))
        #expect(IDCard(try card.image()).issuer.value == card.issuer.value)
    }

    /// What a card refused is not blank, and must not become so on a card that is made of its record.
    @Test(arguments: Field.all)
    func failedFieldMakesNoCard(_ field: Field) throws {
        var card = IDCard()
        #expect(throws: Never.self) { try card.image() }
        field.putFailure(.noAnswer, into: &card)
        #expect(throws: EncodingError(field: field.key)) { try card.image() }
    }
}
