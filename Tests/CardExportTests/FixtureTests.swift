import CardFormats
import CardRecord
import CardTrace
import SmartCard
import Testing
import ThaiIDCard
import VirtualCard

/// Every invented person's card, as it is and as it must be reported.
@Suite struct FixtureTests {
    @Test func fixturesAreThere() {
        #expect(Fixture.all.count >= 30)
        #expect(Fixture.all.count - Fixture.readable.count >= 2)
    }

    @Test(arguments: Fixture.readable)
    func recordIsTheExpectedOne(_ fixture: Fixture) throws {
        let line = try fixture.record().json.withoutMessages.line
        #expect(Array(line.utf8) == Array(try fixture.expected.line.utf8), "\(line)")
    }

    @Test(arguments: Fixture.readable)
    func everyWarningHasItsWords(_ fixture: Fixture) throws {
        guard case .array(let warnings)? = try fixture.record().json["warnings"] else {
            Issue.record("no warnings")
            return
        }
        #expect(warnings.allSatisfy { $0["message"]?.string?.isEmpty == false })
    }

    @Test func cardOfAnOldVersionIsNotRead() throws {
        let fixture = try #require(Fixture.all.first { $0.name == "version-0002" })
        #expect(throws: CardError.unsupportedVersion("0002")) { try fixture.record() }
        #expect(try fixture.expected["error"]?["code"]?.string == "card-version")
        #expect(try fixture.trace.events.count == 5)
    }

    @Test func wrongCheckDigitIsAnErrorOrAWarning() throws {
        let fixture = try #require(Fixture.all.first { $0.name == "bad-check-digit" })
        #expect(throws: CardError.checkDigit) { try fixture.record() }
        #expect(try fixture.expected["error"]?["code"]?.string == "card-data")
        let accepted = try fixture.record(acceptingBadCheckDigit: true).json.withoutMessages.line
        #expect(Array(accepted.utf8) == Array(try #require(try fixture.expected["accepted"]).line.utf8))
    }

    @Test(arguments: Fixture.readable, [ImageCard.Style.getResponse, .atOnce])
    func cardMadeOfTheRecordingReadsTheSame(_ fixture: Fixture, _ style: ImageCard.Style) throws {
        let card = VirtualCard(try fixture.trace.image, atr: try fixture.trace.atr, style: style)
        let reading = try CardReader.read(ReadRequest(Fixture.fields), over: card)
        let record = try fixture.record()
        if fixture.name == "chip-refused" {
            #expect(
                reading.card.chip.laserNumber.value == nil && reading.card.absentApplets == record.card.absentApplets)
            #expect(reading.card.warnings.map(\.code) == record.card.warnings.map(\.code))
        } else {
            #expect(reading.card == record.card)
        }
    }

    /// The number of exchanges is that of the expected record, so nothing was asked for in vain.
    @Test(arguments: Fixture.readable)
    func recordingIsUsedToItsEnd(_ fixture: Fixture) throws {
        let recorded = try fixture.trace.events.count { if case .exchange = $0 { true } else { false } }
        #expect(try fixture.record().read.exchanges == recorded)
    }

    @Test(arguments: Fixture.all)
    func recordingIsWrittenAsItWasRead(_ fixture: Fixture) throws {
        let trace = try fixture.trace
        #expect(try Trace(parsing: Array(trace.text.utf8)) == trace)
    }

    @Test(arguments: Fixture.all)
    func nobodyIsInTheFixtures(_ fixture: Fixture) throws {
        let image = try fixture.trace.image
        let card = IDCard(image)
        #expect(card.citizenID.value?.registrar == "0000")
        if let issuer = card.issuerCode.value { #expect(issuer.dropFirst().hasPrefix("0000")) }
        if let number = card.underPhotoNumber.value { #expect(number.hasPrefix("0000")) }
    }
}
