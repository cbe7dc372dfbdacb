import PCSC
import SmartCard
import Testing
import ThaiIDCard

@testable import CardSources

/// What stands between a card and a record, as typed facts.
@Suite struct DiagnosisTests {
    @Test func clockInTheBuddhistEraIsAFact() {
        let fact = Diagnosis.fact(of: CalendarDay(year: 2569, month: 11, day: 25))
        #expect(fact == .buddhistClock(year: 2569) && fact?.keepsCardsFromBeingRead == false)
    }

    @Test(arguments: [1970, 2026, 2399])
    func clockInTheGregorianCalendarIsNotMentioned(_ year: Int) {
        #expect(Diagnosis.fact(of: CalendarDay(year: year, month: 1, day: 1)) == nil)
    }

    @Test(
        arguments: [
            (nil, .listening, [.serviceRuns("s"), .accessGranted]),
            (.securityViolation, .listening, [.serviceRuns("s"), .accessRefused]),
            (.serviceStopped, .listening, [.serviceOfAnotherVersion("s")]), (.noService, .missing, [.noService("s")]),
            (.noService, .forbidden, [.serviceOutOfReach("s")]), (.noService, .deserted, [.serviceMute("s")]),
        ] as [(PCSCError?, ServiceProbe.Socket, [Diagnosis.Fact])])
    func serviceIsToldByWhatItSays(_ error: PCSCError?, _ socket: ServiceProbe.Socket, _ facts: [Diagnosis.Fact]) {
        let probe = ServiceProbe(socketPath: "s", socket: socket, establishError: error)
        #expect(Diagnosis.facts(of: probe) == facts)
        #expect(facts.contains(where: \.keepsCardsFromBeingRead) == (error != nil))
    }
}
