import PCSC
import SmartCard
import Synchronization
import Testing
import ThaiIDCard

@testable import CardSources

/// Which of all slots holds the card that is meant.
@Suite struct CardSearchTests {
    private static let thai = ReaderState(
        name: "ACS ACR39U 00 00", flags: .present, eventCount: 1, atr: ATR([0x3B, 0x79, 0x96, 0, 0] + "TH NID 17".utf8))
    private static let otherThai = ReaderState(
        name: "Alcor AK9563 01 00", flags: .present, eventCount: 3,
        atr: ATR([0x3B, 0x79, 0x96, 0, 0] + "TH NID 17".utf8))
    /// One whose ATR does not say so.
    private static let oddThai = ReaderState(
        name: "Generic EMV Smartcard Reader 00 00", flags: .present, eventCount: 1, atr: ATR([0x3B, 0x68, 0, 0]))
    private static let key = ReaderState(
        name: "Yubico YubiKey OTP+FIDO+CCID 00 00", flags: .present, eventCount: 1, atr: ATR([0x3B, 0xFD]))
    private static let bankCard = ReaderState(
        name: "Gemalto PC Twin Reader 00 00", flags: .present, eventCount: 5, atr: ATR([0x3B, 0x65]))
    private static let sam = ReaderState(name: "ACS ACR1281 1S Dual Reader 00 02", flags: [.present, .mute])
    /// A card that lies upside down.
    private static let upsideDown = ReaderState(name: "ACS ACR38U 00 00", flags: [.present, .mute], eventCount: 1)
    /// Mute, though the service does not say so.
    private static let silent = ReaderState(name: "SCM SDI011 00 01", flags: .present)
    /// A Thai card that another program holds.
    private static let busyThai = ReaderState(
        name: "Identiv uTrust 2700 R 00 00", flags: [.present, .exclusive], eventCount: 1, atr: thai.atr)
    private static let busy = ReaderState(name: "O2 Micro 00 00", flags: [.present, .exclusive], eventCount: 1)
    private static let empty = ReaderState(name: "ACS ACR1281 1S Dual Reader 00 01", flags: .empty)

    @Sendable private static func answer(_ state: ReaderState) -> CardSearch.Answer {
        switch state {
        case thai, otherThai, oddThai: .thaiID
        case sam, upsideDown, silent: .failed(.mute)
        case busy, busyThai: .failed(.card(.channel(.cardInUse)))
        default: .foreign(.notFound)
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let states: [ReaderState]
        var slot: ReaderState?
        var error: CardSourceError.Cause?
        /// How many cards had to be asked.
        var asked: Int
        var isDoubting = false
        var testDescription: String { states.map(\.name).joined(separator: ", ") + (isDoubting ? ", in doubt" : "") }

        init(
            _ states: [ReaderState], slot: ReaderState? = nil, error: CardSourceError.Cause? = nil, asked: Int,
            inDoubt: Bool = false
        ) {
            (self.states, self.slot, self.error, self.asked, isDoubting) = (states, slot, error, asked, inDoubt)
        }
    }

    static let cases = [
        // One card alone costs nothing.
        Case([thai], slot: thai, asked: 0), Case([empty, thai], slot: thai, asked: 0),
        Case([oddThai], slot: oddThai, asked: 0), Case([key, empty], slot: key, asked: 0),
        Case([upsideDown], slot: upsideDown, asked: 0), Case([empty, upsideDown], slot: upsideDown, asked: 0),
        Case([sam], slot: sam, asked: 0),
        // Nobody put these in.
        Case([sam, thai], slot: thai, asked: 0), Case([sam, oddThai, empty], slot: oddThai, asked: 0),
        Case([key, thai], slot: thai, asked: 2), Case([bankCard, thai], slot: thai, asked: 2),
        Case([key, oddThai, sam], slot: oddThai, asked: 2), Case([silent, thai], slot: thai, asked: 2),
        Case([busy, thai], slot: thai, asked: 2), Case([key, sam, bankCard, silent, thai], slot: thai, asked: 4),
        Case([upsideDown, thai], slot: thai, asked: 0), Case([upsideDown, oddThai], slot: oddThai, asked: 1),
        Case([upsideDown, sam], slot: upsideDown, asked: 0),
        // Two that are meant.
        Case(
            [thai, key, otherThai],
            error: .whichReader(
                asked: nil, there: [.init(number: 1, name: thai.name), .init(number: 3, name: otherThai.name)]),
            asked: 3),
        Case(
            [sam, oddThai, thai],
            error: .whichReader(
                asked: nil, there: [.init(number: 2, name: oddThai.name), .init(number: 3, name: thai.name)]),
            asked: 2),
        // None that is.
        Case([sam, empty], error: .noThaiCard(foreign: [], mute: [sam.name]), asked: 0),
        Case([key, bankCard], error: .noThaiCard(foreign: [key.name, bankCard.name], mute: []), asked: 2),
        Case([key, upsideDown], error: .noThaiCard(foreign: [key.name], mute: [upsideDown.name]), asked: 1),
        Case([key, silent], error: .notThaiID(.notFound), asked: 2),
        Case([key, busy], error: .card(.channel(.cardInUse)), asked: 2), Case([sam, key], slot: key, asked: 0),
        Case([sam, silent], slot: silent, asked: 0),
        Case([upsideDown, upsideDown], error: .mute, asked: 2),
        // Who would rather wait asks one card alone, too, where its ATR does not say what it is.
        Case([thai], slot: thai, asked: 0, inDoubt: true),
        Case([oddThai, empty], slot: oddThai, asked: 1, inDoubt: true),
        Case([key, empty], error: .notThaiID(.notFound), asked: 1, inDoubt: true),
        Case([sam], error: .noThaiCard(foreign: [], mute: [sam.name]), asked: 0, inDoubt: true),
        Case([sam, key], error: .notThaiID(.notFound), asked: 1, inDoubt: true),
        Case([upsideDown, empty], slot: upsideDown, asked: 0, inDoubt: true),
        Case([silent], error: .noThaiCard(foreign: [], mute: [silent.name]), asked: 1, inDoubt: true),
        Case([busy, empty], error: .notThaiID(nil), asked: 1, inDoubt: true),
        Case([busyThai, empty], slot: busyThai, asked: 0, inDoubt: true),
        Case([busyThai, key], error: .card(.channel(.cardInUse)), asked: 2, inDoubt: true),
    ]

    @Test(arguments: cases) func slotIsTheOneThatAnswers(_ example: Case) async throws {
        try await check(example)
    }

    /// The order of slots decides nothing but the order in which they are named.
    @Test(arguments: cases.filter { $0.slot != nil }) func orderOfSlotsDecidesNothing(_ example: Case) async throws {
        var states = example.states
        for _ in states {
            states.append(states.removeFirst())
            try await check(
                Case(states, slot: example.slot, asked: example.asked, inDoubt: example.isDoubting))
            try await check(
                Case(states.reversed(), slot: example.slot, asked: example.asked, inDoubt: example.isDoubting))
        }
    }

    private func check(_ example: Case) async throws {
        let asked = Mutex(0)
        let search = CardSearch { state in
            asked.withLock { $0 += 1 }
            return Self.answer(state)
        }
        if let slot = example.slot {
            #expect(try await search.slot(among: example.states, isDoubting: example.isDoubting) == slot)
        } else {
            let error = await #expect(throws: CardSourceError.Cause.self) {
                try await search.slot(among: example.states, isDoubting: example.isDoubting)
            }
            #expect(error == example.error)
        }
        #expect(asked.withLock { $0 } == example.asked)
    }

    @Test func foreignCardIsAskedOnce() {
        let memory = ForeignCards()
        memory.keep(.thaiID, of: Self.thai)
        memory.keep(.failed(.card(.channel(.cardInUse))), of: Self.busy)
        memory.keep(.foreign(.notFound), of: Self.key)
        #expect(memory.answer(of: Self.thai) == nil && memory.answer(of: Self.busy) == nil)
        #expect(memory.answer(of: Self.key) == .foreign(.notFound))
        let later = ReaderState(name: Self.key.name, flags: .present, eventCount: 3, atr: Self.key.atr)
        #expect(memory.answer(of: later) == nil)
    }
}
