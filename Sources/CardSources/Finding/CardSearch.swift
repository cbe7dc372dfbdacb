internal import PCSC
package import SmartCard
internal import ThaiIDCard

/// Finds, among all slots, the one whose card is meant: the one that answers as a Thai ID card.
///
/// SELECT decides, not the ATR, and it is sent only where several slots hold a card that speaks, so
/// that a card on its own costs no exchange more. What nobody holds in their hand decides nothing: a
/// slot that is always mute (a SAM), a security key, a foreign card in another reader. Nor does the
/// order of slots.
///
/// Of a mute card the service's count of events tells whether anybody put it in. One that was put in
/// is a card that lies upside down, and the answer is that it does not answer; one that has been
/// there for as long as its reader is taken for a SAM, and beside an empty slot the answer is that no
/// card is in, which is what a clerk can do something about. (A card that lay upside down before the
/// service started looks the same: so the words name the slot that does not answer, too.)
package struct CardSearch: Sendable {
    /// What came of asking one slot's card.
    package enum Answer: Hashable, Sendable {
        case thaiID
        case foreign(StatusWord?)
        case failed(CardSourceError.Cause)
    }

    /// Asks the card in a slot what it is.
    let ask: @Sendable (ReaderState) async -> Answer

    /// The slot that is meant.
    ///
    /// - Parameter isDoubting: whether one card alone is asked, too, unless its ATR is that of a Thai
    ///   ID card, and is none where it cannot be asked: for whoever would rather wait than be told so.
    func slot(among states: [ReaderState], isDoubting: Bool = false) async throws(CardSourceError.Cause) -> ReaderState
    {
        SlotReport.found(states).tell()
        guard !states.isEmpty else { throw .noReader }
        let holding = states.filter(\.isCardPresent)
        guard !holding.isEmpty else { throw .noCard(waited: false) }
        let speaking = holding.filter { !$0.isCardMute }
        let mute = holding.filter(\.isCardMute)
        let putIn = mute.filter(\.wasPutIn)
        if speaking.isEmpty {
            guard !putIn.isEmpty || !Self.mayComeElsewhere(states, isDoubting) else {
                throw .noThaiCard(foreign: [], mute: mute.map(\.name))
            }
            let candidates = putIn.isEmpty ? mute : putIn
            return candidates.count == 1
                ? chosen(candidates[0], .onlyMuteCard)
                : try await answering(candidates, mute: [], in: states, isDoubting)
        }
        // Beside a card that was put in and is mute, one that is none would be blamed for it.
        if speaking.count == 1, speaking[0].looksLikeThaiID || (putIn.isEmpty && !isDoubting) {
            return chosen(speaking[0], .onlyCard)
        }
        return try await answering(speaking, mute: putIn, in: states, isDoubting)
    }

    private func chosen(_ state: ReaderState, _ reason: SlotReport.Reason) -> ReaderState {
        SlotReport.chosen(reader: state.name, reason).tell()
        return state
    }

    /// Whether what is mute and has always been there says nothing, since there is room for a card.
    private static func mayComeElsewhere(_ states: [ReaderState], _ isDoubting: Bool) -> Bool {
        isDoubting || states.contains { !$0.isCardPresent && !$0.isUnavailable }
    }

    /// The one that answers as a Thai ID card; an error where none does, or several do.
    private func answering(
        _ candidates: [ReaderState], mute: [ReaderState], in states: [ReaderState], _ isDoubting: Bool
    ) async throws(CardSourceError.Cause) -> ReaderState {
        let answers = await answers(of: candidates)
        for (state, answer) in zip(candidates, answers) { SlotReport.asked(reader: state.name, answer).tell() }
        let thai = zip(candidates, answers).filter { $0.1 == .thaiID }.map(\.0)
        if thai.count > 1 { throw .whichReader(asked: nil, there: Self.list(states, where: thai.contains)) }
        if let only = thai.first { return chosen(only, .answers) }
        var foreign: [(name: String, status: StatusWord?)] = []
        var silent = mute
        for (state, answer) in zip(candidates, answers) {
            switch answer {
            case .thaiID: break
            case .foreign(let status): foreign.append((state.name, status))
            case .failed(let cause) where cause.isMute: silent.append(state)
            case .failed where isDoubting && !state.looksLikeThaiID: foreign.append((state.name, nil))
            case .failed(let error): throw error
            }
        }
        if foreign.isEmpty {
            guard Self.mayComeElsewhere(states, isDoubting), !silent.contains(where: \.wasPutIn) else {
                throw .mute
            }
            throw .noThaiCard(foreign: [], mute: silent.map(\.name))
        }
        silent.removeAll { !$0.wasPutIn }
        if foreign.count == 1, silent.isEmpty { throw .notThaiID(foreign[0].status) }
        throw .noThaiCard(foreign: foreign.map(\.name), mute: silent.map(\.name))
    }

    /// What each card answers, all asked at once.
    private func answers(of candidates: [ReaderState]) async -> [Answer] {
        await withTaskGroup(of: (Int, Answer).self) { group in
            for (index, state) in candidates.enumerated() { group.addTask { (index, await ask(state)) } }
            var answers = [Answer](repeating: .foreign(nil), count: candidates.count)
            for await (index, answer) in group { answers[index] = answer }
            return answers
        }
    }

    /// Readers with the numbers by which they can be asked for.
    static func list(
        _ states: [ReaderState], where isMeant: (ReaderState) -> Bool
    ) -> [CardSourceError.NumberedReader] {
        states.enumerated().filter { isMeant($0.element) }.map { .init(number: $0.offset + 1, name: $0.element.name) }
    }
}

extension ReaderState {
    /// Whether the card came after its reader did, as far as the service counts.
    fileprivate var wasPutIn: Bool { eventCount > 0 }

    fileprivate var looksLikeThaiID: Bool { atr?.looksLikeThaiID ?? false }
}
