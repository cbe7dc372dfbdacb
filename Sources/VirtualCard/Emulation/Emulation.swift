internal import Host

/// Cards that take turns in virtual readers, by time and by command, until there is nothing left
/// to happen.
package struct Emulation {
    private let slots: [CardSlot]
    private let every: Duration?
    private let input: CommandInput
    private let tell: (EmulationEvent) -> Void

    /// - Parameters:
    ///   - every: how long a card stays in before the next takes its place.
    ///   - tell: hears what became of the cards, at once.
    package init(
        slots: [CardSlot], every: Duration?, input: CommandInput, telling tell: @escaping (EmulationEvent) -> Void
    ) {
        (self.slots, self.every, self.input, self.tell) = (slots, every, input, tell)
    }

    /// Puts the first cards in and goes on until `quit`, or until all cards are out and neither time
    /// nor command can bring one in.
    package func run() throws(EmulationError) {
        for slot in slots { try slot.insert(slot.current.number) }
        let pulled = try introduce()
        tell(.ready)
        for slot in pulled { try remove(from: slot) }
        var deadline = nextDeadline
        while canGoOn || slots.contains(where: \.isOccupied) {
            let ready = Descriptor.readable(
                slots.compactMap(\.descriptor) + [input.descriptor].compactMap { $0 }, until: deadline)
            for slot in slots where slot.descriptor.map(ready.contains) ?? false {
                if !(try slot.serve()) { try remove(from: slot) }
            }
            for command in input.descriptor.map(ready.contains) ?? false ? input.read() : [] {
                guard command != .quit else { return }
                if try obey(command) { deadline = nextDeadline }
            }
            if let passed = deadline, passed <= .now {
                try dealNext()
                deadline = nextDeadline
            }
        }
    }

    /// Serves the first cards until the service knows of them all.
    ///
    /// - Returns: the slots whose card a fault has pulled by then.
    private func introduce() throws(EmulationError) -> [CardSlot] {
        let deadline = ContinuousClock.now + Self.patience
        var pulled: [CardSlot] = []
        while let stranger = slots.first(where: { !$0.isKnown }) {
            let waiting = slots.filter { slot in !pulled.contains { $0 === slot } }
            let ready = Descriptor.readable(waiting.compactMap(\.descriptor), until: deadline)
            guard !ready.isEmpty else { throw stranger.overlooked }
            for slot in waiting where slot.descriptor.map(ready.contains) ?? false {
                if !(try slot.serve()) { pulled.append(slot) }
            }
        }
        return pulled
    }

    /// How long the service may take to look into a reader: it does so every 0.4 s.
    private static let patience = Duration.seconds(10)

    private var canGoOn: Bool { every != nil || input.descriptor != nil }

    private var nextDeadline: ContinuousClock.Instant? { every.map { .now + $0 } }

    /// Does what was asked for; tells whether a card was put in.
    private func obey(_ command: EmulationCommand) throws(EmulationError) -> Bool {
        switch command {
        case .insert(let number):
            guard let chosen = chosen(number) else { return false }
            for slot in chosen { try insert(number ?? slot.current.number, into: slot) }
            return true
        case .remove(let number):
            guard let chosen = chosen(number) else { return false }
            let occupied = chosen.filter { $0.isOccupied && (number == nil || $0.current.number == number) }
            for slot in occupied { try remove(from: slot) }
            if occupied.isEmpty { tell(.noCardIn) }
            return false
        case .next:
            try dealNext()
            return true
        case .unknown(let line):
            tell(.notUnderstood(line))
            return false
        case .quit:
            return false
        }
    }

    /// The readers that a command means; `nil` where there is no such card, which is told.
    private func chosen(_ number: Int?) -> [CardSlot]? {
        guard let number else { return slots }
        let chosen = slots.filter { $0.takes(number) }
        guard chosen.isEmpty else { return chosen }
        tell(.noSuchCard(number))
        return nil
    }

    private func dealNext() throws(EmulationError) {
        for slot in slots {
            if slot.isOccupied { try remove(from: slot) }
            try slot.next()
            tell(.inserted(slot.current))
        }
    }

    private func insert(_ number: Int, into slot: CardSlot) throws(EmulationError) {
        if slot.isOccupied { try remove(from: slot) }
        try slot.insert(number)
        tell(.inserted(slot.current))
    }

    /// Takes the card out. Where another may come, the service has noticed once this is told.
    private func remove(from slot: CardSlot) throws(EmulationError) {
        slot.remove()
        if canGoOn { try slot.settle() }
        tell(.removed(slot.current))
    }
}
