import PCSC
import SmartCard
import Testing

@testable import CardSources

/// Which reader is meant.
@Suite struct ReaderFinderTests {
    private static let first = ReaderState(name: "ACS ACR39U 00 00", flags: .present)
    private static let second = ReaderState(name: "ACS ACR39U 01 00", flags: .present)
    private static let empty = ReaderState(name: "Alcor AK9563 00 00", flags: .empty)

    struct Case: CustomTestStringConvertible, Sendable {
        let asked: String?
        let states: [ReaderState]
        var reader: String?
        var error: CardSourceError.Cause?
        var testDescription: String { "\(asked ?? "any") of \(states.map(\.name))" }
    }

    @Test(arguments: [
        Case(asked: nil, states: [], error: .noReader),
        Case(asked: "1", states: [], error: .noReader),
        Case(asked: nil, states: [empty], error: .noCard(waited: false)),
        Case(asked: nil, states: [first], reader: first.name),
        Case(asked: nil, states: [empty, first], reader: first.name),
        Case(
            asked: nil, states: [first, empty, second],
            error: .whichReader(
                asked: nil,
                there: [.init(number: 1, name: "ACS ACR39U 00 00"), .init(number: 3, name: "ACS ACR39U 01 00")])),
        Case(asked: "1", states: [first, second], reader: first.name),
        Case(asked: "2", states: [first, second], reader: second.name),
        Case(asked: "ACS ACR39U 01 00", states: [first, second], reader: second.name),
        Case(asked: "acr39u 01", states: [first, empty, second], reader: second.name),
        Case(asked: "ACS", states: [first, empty], reader: first.name),
        Case(asked: "alcor", states: [first, empty], error: .noCard(waited: false)),
        Case(asked: "2", states: [first, empty], error: .noCard(waited: false)),
        Case(
            asked: "acs", states: [first, second],
            error: .whichReader(
                asked: "acs",
                there: [.init(number: 1, name: "ACS ACR39U 00 00"), .init(number: 2, name: "ACS ACR39U 01 00")])),
        Case(
            asked: "Feitian", states: [first],
            error: .whichReader(asked: "Feitian", there: [.init(number: 1, name: "ACS ACR39U 00 00")])),
        Case(
            asked: "0", states: [empty, second],
            error: .whichReader(
                asked: "0",
                there: [.init(number: 1, name: "Alcor AK9563 00 00"), .init(number: 2, name: "ACS ACR39U 01 00")])),
        Case(
            asked: "-1", states: [first],
            error: .whichReader(asked: "-1", there: [.init(number: 1, name: "ACS ACR39U 00 00")])),
        Case(
            asked: "99999999999999999999", states: [first],
            error: .whichReader(asked: "99999999999999999999", there: [.init(number: 1, name: "ACS ACR39U 00 00")])),
        // A name that is part of another is still that reader's own.
        Case(
            asked: "ACS",
            states: [ReaderState(name: "ACS 2", flags: .present), ReaderState(name: "ACS", flags: .present)],
            reader: "ACS"),
        Case(asked: nil, states: [ReaderState(name: "mute", flags: [.present, .mute])], reader: "mute"),
    ])
    func readerIsTheOneThatIsMeant(_ example: Case) async throws {
        let finder = ReaderFinder(ReaderChoice(example.asked))
        let search = CardSearch { _ in .thaiID }
        if let reader = example.reader {
            #expect(try await finder.pick(from: example.states, by: search).name == reader)
        } else {
            let error = await #expect(throws: CardSourceError.Cause.self) {
                try await finder.pick(from: example.states, by: search)
            }
            #expect(error == example.error)
        }
    }

    /// One that is named is taken as it is, whatever is in the others.
    @Test func namedReaderIsNotAsked() async throws {
        let key = ReaderState(name: "Yubico 00 00", flags: .present, eventCount: 1)
        let search = CardSearch { _ in
            Issue.record("asked")
            return .thaiID
        }
        let finder = ReaderFinder(ReaderChoice("yubico", waiting: .forever))
        #expect(try await finder.pick(from: [Self.first, key], by: search) == key)
    }
}
