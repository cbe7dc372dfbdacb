import CardRecord
import CardSources
import Dispatch
import FrontDesk
import Host
import ThaiIDCard

/// A desk while it is watched: what happens is told, and what is to be done with each card is done.
struct DeskWatch: Sendable {
    private static let farewell = Duration.milliseconds(700)

    let plan: DeskPlan
    let rules: FilingRules
    let notices: Notices
    let teller: any DeskTeller
    let language: Language
    /// `nil` where there is no spool, and nothing to be done with a card.
    let clerk: Clerk?

    /// Goes on until a signal ends it, or the service cannot be used.
    func run(_ events: CardEvents) throws {
        try teller.begin()
        if let signal = EndSignal() {
            Dispatch.DispatchQueue(label: "thaiid end").async { end(signal.wait()) }
        }
        ServiceManager.tell(.ready)
        clerk?.resume()
        do {
            try Blocking.run { for try await event in events { try take(event) } }
        } catch {
            teller.end()
            throw error
        }
    }

    /// Ends within a second: what is not done by then is in the spool.
    private func end(_ signal: Int32) {
        ServiceManager.tell(.stopping)
        // First of all: nobody is to be seen any more.
        teller.end()
        clerk?.stop(within: Self.farewell)
        Process.leave(signal == EndSignal.termination ? 0 : 128 + signal)
    }

    private func take(_ event: CardEvent) throws(ToolError) {
        note(event)
        guard case .cardRead(let card) = event.kind, let clerk else { return try teller.tell(event) }
        if let exception = rules.exception(for: card.card, on: card.read.day) {
            try teller.tell(event)
            DeskObservation.tell(DeskWords.line(exception))
            return teller.tell(exception, event)
        }
        let (accepted, failure) = clerk.accept(plan.orders(for: card), of: card.read)
        rules.note(card.card)
        try teller.tell(event)
        if let failure { teller.tell(spoolFailure: failure) }
        clerk.carryOut(accepted)
        give(event, card.read.id)
    }

    private func note(_ event: CardEvent) {
        switch event.kind {
        case .cardRead: DeskObservation.tell(DeskWords.line(event.reader, nil))
        case .cardFailed(let error): DeskObservation.tell(DeskWords.line(event.reader, ToolError(error.cause)))
        case .readerAttached, .readerDetached, .cardInserted, .cardRemoved: break
        }
    }

    private func give(_ event: CardEvent, _ read: ReadID?) {
        guard let read else { return }
        let words = DeskWords.notice
        for notice in notices.give(words.problem[language], words.remedy[language]) {
            teller.tell(notice.name, isGiven: notice.isGiven, of: read, event)
        }
    }
}
