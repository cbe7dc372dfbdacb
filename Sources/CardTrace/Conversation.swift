package import SmartCard
public import ThaiIDCard

/// Follows a recording in the card's terms: which applet is selected, and whose bytes came.
package struct Conversation: Sendable {
    /// What the card has given away so far.
    package private(set) var image = CardImage()
    private let keepsBytes: Bool
    private var selected: Applet?
    private var target = Target.nothing
    private var received = 0
    /// What the command under way asked for, where that is less than its whole answer.
    private var head: Int?

    /// What the data of the answer under way belongs to.
    private enum Target: Sendable {
        case nothing
        case selection(ApplicationID)
        case bytes(Applet, Range<Int>)
    }

    /// What an exchange means to the card.
    package enum Meaning: Hashable, Sendable {
        /// The card was powered; nothing is selected.
        case powered
        /// An application was to be selected.
        case select(ApplicationID)
        /// Bytes of an applet were asked for, by READ or by its one command; these came.
        case bytes(Applet, asked: Range<Int>, came: Range<Int>)
        /// More of the answer to a SELECT.
        case moreOfSelection(ApplicationID)
        /// More of the bytes that were asked for; these came.
        case moreBytes(Applet, asked: Range<Int>, came: Range<Int>)
        /// A command that the card's applets are not known to take.
        case unknown
    }

    /// Begins before the card is powered.
    package init() { self.init(keepingBytes: true) }

    /// - Parameter keepsBytes: whether `image` is to tell what came; whoever keeps that itself spares the cost.
    package init(keepingBytes keepsBytes: Bool) { self.keepsBytes = keepsBytes }

    /// Takes the next event, and says what it means.
    package mutating func take(_ event: Trace.Event) -> Meaning {
        guard case .exchange(let exchange) = event else {
            selected = nil
            target = .nothing
            return .powered
        }
        guard let command = try? CommandAPDU(bytes: exchange.command) else {
            target = .nothing
            return .unknown
        }
        let isMore = command.instruction == 0xC0
        if !isMore {
            target = target(of: command)
            received = 0
            head = command.expectedLength
        }
        let answer: ResponseAPDU? =
            if case .answer(let bytes) = exchange.outcome { ResponseAPDU(bytes: bytes) } else { nil }
        defer { if answer == nil { target = .nothing } }
        switch target {
        case .nothing:
            return .unknown
        case .selection(let application):
            if let answer { select(application, answer.status) }
            return isMore ? .moreOfSelection(application) : .select(application)
        case .bytes(let applet, let asked):
            let came = take(answer, of: applet, asked)
            return isMore ? .moreBytes(applet, asked: asked, came: came) : .bytes(applet, asked: asked, came: came)
        }
    }

    private mutating func take(_ answer: ResponseAPDU?, of applet: Applet, _ asked: Range<Int>) -> Range<Int> {
        let start = min(asked.lowerBound + received, asked.upperBound)
        guard let answer else { return start..<start }
        let data = answer.data.prefix(asked.upperBound - start)
        if keepsBytes { image[applet].write(data, at: start) }
        received += data.count
        // Some stacks drop what comes with `61xx`: what waits then follows what was asked for.
        if let head, received < head, answer.status.bytesWaiting == asked.count - head { received = head }
        let mayEndHere = asked.lowerBound >= applet.size
        if !mayEndHere, answer.status != .success, answer.status.bytesWaiting == nil, answer.status.exactLength == nil {
            image.failures[applet] = .refused(answer.status)
        }
        return start..<(start + data.count)
    }

    private mutating func select(_ application: ApplicationID, _ status: StatusWord) {
        guard let applet = Applet.allCases.first(where: { $0.applicationID == application }) else { return }
        if status == .success || status.bytesWaiting != nil {
            selected = applet
        } else if status == .notFound {
            image.absent.insert(applet)
        } else if status.exactLength == nil {
            image.failures[applet] = .refused(status)
        }
    }

    private func target(of command: CommandAPDU) -> Target {
        if command.instruction == 0xA4, command.p1 == 0x04 { return .selection(ApplicationID(command.data)) }
        switch selected?.access {
        case .read: return ReadCommand(command).flatMap { read in selected.map { .bytes($0, read.span) } } ?? .nothing
        case .answer(let own, let count, _):
            return own.isSame(as: command) ? selected.map { .bytes($0, 0..<count) } ?? .nothing : .nothing
        case nil: return .nothing
        }
    }
}

extension Trace {
    /// What the recording tells of the card's bytes, whichever tool made it and in which order.
    public var image: CardImage {
        var conversation = Conversation()
        for event in events { _ = conversation.take(event) }
        return conversation.image
    }
}
