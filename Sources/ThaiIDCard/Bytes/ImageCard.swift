package import SmartCard

/// The card's side of the conversation, answered from an image.
///
/// It says what published captures show of real cards on T=0: `61xx` to SELECT and READ, the data
/// to GET RESPONSE, `6Cxx` to the card manager's commands without Le, `6A82` for an applet that is
/// not there. Bytes that the image lacks are never made up here: `CardImage.filledUp` says which of
/// them a card that is put into a reader has nevertheless.
public struct ImageCard: Sendable {
    /// How answers to commands with data are handed over.
    public enum Style: Hashable, Sendable {
        /// `61xx`, then GET RESPONSE: the card itself, on T=0.
        case getResponse
        /// At once, as readers do that fetch what waits by themselves.
        case atOnce
    }

    /// Where an applet's bytes end.
    package enum End: Hashable, Sendable {
        /// Nobody knows: the image says what somebody saw, and no more.
        case unknown
        /// At `Applet.furthestEnd`. A READ across it gives what there is, one behind it is refused
        /// (`6B00`). No capture shows what real cards do there: an assumption.
        case furthest
    }

    /// What a command comes to.
    package enum Answer: Hashable, Sendable {
        /// The card's answer.
        case response(ResponseAPDU)
        /// The image does not say.
        case unknown(ApplicationID, Range<Int>)
        /// Not a command that these applets are known to take.
        case notUnderstood(StatusWord)
    }

    private let image: CardImage
    private let style: Style
    private let end: End
    private var selected: Applet?
    private var waiting: [UInt8] = []
    /// What the image could not say to the last command: GET RESPONSE asks for the same.
    private var unsaid: Answer?

    /// Puts an image on a card.
    package init(_ image: CardImage, style: Style = .getResponse, end: End = .unknown) {
        self.image = image
        self.style = style
        self.end = end
    }

    /// Forgets what was selected.
    package mutating func reset() {
        selected = nil
        waiting = []
        unsaid = nil
    }

    /// Answers one command.
    package mutating func answer(_ command: CommandAPDU) -> Answer {
        if command.instruction == 0xC0 { return unsaid ?? .response(getResponse(command)) }
        waiting = []
        let answer = fresh(command)
        if case .unknown = answer { unsaid = answer } else { unsaid = nil }
        return answer
    }

    /// The answer to a command that goes on with no other.
    private mutating func fresh(_ command: CommandAPDU) -> Answer {
        if command.instruction == 0xA4, command.p1 == 0x04 { return select(command) }
        guard let selected else { return .notUnderstood(.unknownInstruction) }
        switch selected.access {
        case .read(let size):
            guard let read = ReadCommand(command) else { return .notUnderstood(.unknownInstruction) }
            return bytes(read.span, of: selected, outOf: size)
        case .answer(let own, let count, _):
            guard own.isSame(as: command) else { return .notUnderstood(.unknownInstruction) }
            guard let data = image[selected][0..<count] else {
                if case .refused(let status) = image.failures[selected] {
                    return .response(ResponseAPDU(status: status))
                }
                return .unknown(selected.applicationID, 0..<count)
            }
            return .response(whole(Array(data), of: selected, for: command))
        }
    }

    private mutating func select(_ command: CommandAPDU) -> Answer {
        let application = ApplicationID(command.data)
        guard let applet = Applet.allCases.first(where: { $0.applicationID == application }) else {
            return .unknown(application, 0..<0)
        }
        if image.absent.contains(applet) { return .response(ResponseAPDU(status: .notFound)) }
        guard image.bytes[applet] != nil else {
            if case .refused(let status) = image.failures[applet] { return .response(ResponseAPDU(status: status)) }
            return .unknown(application, 0..<0)
        }
        let fileControl = Self.fileControl(of: application)
        guard !application.bytes.isEmpty else {
            let answer = exactly(fileControl, for: command)
            if answer.status == .success { selected = applet }
            return .response(answer)
        }
        selected = applet
        return .response(handOver(fileControl))
    }

    private mutating func bytes(_ asked: Range<Int>, of applet: Applet, outOf size: Int) -> Answer {
        let span = end == .furthest ? asked.clamped(to: 0..<applet.furthestEnd) : asked
        guard !span.isEmpty else { return .response(ResponseAPDU(status: .wrongOffset)) }
        guard let data = image[applet][span] else {
            return span.upperBound > size && image[applet][0..<size] != nil
                ? .response(ResponseAPDU(status: .wrongOffset)) : .unknown(applet.applicationID, span)
        }
        return .response(handOver(Array(data)))
    }

    private mutating func handOver(_ data: [UInt8]) -> ResponseAPDU {
        guard style == .getResponse, !data.isEmpty else { return ResponseAPDU(data) }
        waiting = data
        return ResponseAPDU(status: .bytesWaiting(data.count))
    }

    private mutating func getResponse(_ command: CommandAPDU) -> ResponseAPDU {
        guard let expected = command.expectedLength, !waiting.isEmpty else {
            return ResponseAPDU(status: .conditionsNotSatisfied)
        }
        guard expected <= waiting.count else { return ResponseAPDU(status: .exactLength(waiting.count)) }
        let data = Array(waiting.prefix(expected))
        waiting.removeFirst(expected)
        return ResponseAPDU(data, status: waiting.isEmpty ? .success : .bytesWaiting(waiting.count))
    }

    /// An applet's one answer: to the exact Le, or its head and then what waits. A reader that fetches
    /// what waits by itself hands over all of it in either case.
    private mutating func whole(_ data: [UInt8], of applet: Applet, for command: CommandAPDU) -> ResponseAPDU {
        guard style == .getResponse, let head = applet.headCount, command.expectedLength == head else {
            return exactly(data, for: command)
        }
        waiting = Array(data.dropFirst(head))
        return ResponseAPDU(Array(data.prefix(head)), status: .bytesWaiting(waiting.count))
    }

    /// Data of a command without data of its own: handed over at once, to the exact Le only.
    private func exactly(_ data: [UInt8], for command: CommandAPDU) -> ResponseAPDU {
        guard style == .atOnce || command.expectedLength == data.count else {
            return ResponseAPDU(status: .exactLength(data.count))
        }
        return ResponseAPDU(data)
    }

    /// File control information: its content is not published, only its length (10 bytes for an
    /// applet, 18 for the card manager). It repeats the applet's identifier, under the tag for one.
    private static func fileControl(of application: ApplicationID) -> [UInt8] {
        let name = application.bytes.isEmpty ? [UInt8](repeating: 0, count: 16) : application.bytes
        return [0x84, UInt8(name.count)] + name
    }
}
