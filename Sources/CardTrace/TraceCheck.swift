public import SmartCard
public import ThaiIDCard

/// What is wrong with a recording, beyond its form.
public enum TraceFinding: Hashable, Sendable {
    /// Bytes of the storage applet that a full read would hold are not there.
    case missing([Range<Int>])
    /// The exchange of this number brought no answer.
    case failure(step: Int, ChannelError)
    /// The exchange of this number was answered with another length than it asked for.
    case wrongLength(step: Int, asked: Int, came: Int)
    /// The exchange of this number was refused.
    case refused(step: Int, StatusWord)
    /// The card offered bytes that nobody fetched before the next command.
    case notFetched(step: Int)
    /// A field is odd or cannot be decoded.
    case odd(Warning)

    /// Whether the recording contradicts itself; what merely stands out, such as an applet that the
    /// card lacks or a name of three parts, does not.
    public var isContradiction: Bool {
        switch self {
        case .wrongLength, .notFetched: true
        case .odd(let warning):
            switch warning.kind {
            case .checkDigit, .date(.impossible), .photoLength, .failed(.malformed), .failed(.wrongLength): true
            default: false
            }
        case .missing, .failure, .refused: false
        }
    }
}

extension Trace {
    /// Looks for what is missing, failed, or contradicts itself.
    public var findings: [TraceFinding] {
        let image = image
        return exchangeFindings + Self.missingBytes(of: image) + Self.oddFields(of: image)
    }

    /// What is odd about the fields. A refusal is told once, of its exchange.
    private static func oddFields(of image: CardImage) -> [TraceFinding] {
        IDCard(image).warnings.compactMap { warning in
            if case .failed(.refused) = warning.kind { nil } else { .odd(warning) }
        }
    }

    private static func missingBytes(of image: CardImage) -> [TraceFinding] {
        let storage = image[.storage]
        let fields = Field.all.filter { $0.applet == .storage && $0.sensitivity != .guarded }
        let missing = ReadPlan(fields, of: .storage).needed(in: storage).ranges.flatMap {
            storage.known.missing(in: $0)
        }
        return missing.isEmpty ? [] : [.missing(missing)]
    }

    private var exchangeFindings: [TraceFinding] {
        var findings: [TraceFinding] = []
        var open: (step: Int, asked: Range<Int>, came: Int)?
        var waiting: Int?
        for step in steps {
            guard let number = step.number, case .exchange(let exchange) = step.event else {
                (open, waiting) = (nil, nil)
                continue
            }
            if case .bytes = step.meaning { open = nil }
            if let offered = waiting, !step.meaning.isMore { findings.append(.notFetched(step: offered)) }
            waiting = nil
            guard case .answer(let bytes) = exchange.outcome, let answer = ResponseAPDU(bytes: bytes) else {
                if case .failure(let error) = exchange.outcome { findings.append(.failure(step: number, error)) }
                continue
            }
            if answer.status.bytesWaiting != nil { waiting = number }
            if let (asked, came) = step.meaning.bytes {
                open = (number, asked, (open?.came ?? 0) + came.count)
            }
            if answer.status == .success, let (step, asked, came) = open, asked.count != came {
                findings.append(.wrongLength(step: step, asked: asked.count, came: came))
            }
            if answer.status == .success { open = nil }
            if answer.status != .success, answer.status.bytesWaiting == nil, answer.status.exactLength == nil {
                findings.append(.refused(step: number, answer.status))
            }
        }
        if let waiting { findings.append(.notFetched(step: waiting)) }
        return findings
    }
}

extension Conversation.Meaning {
    /// Whether this goes on with the exchange before it.
    fileprivate var isMore: Bool {
        switch self {
        case .moreOfSelection, .moreBytes: true
        default: false
        }
    }

    /// The bytes that were asked for, and those that came. Behind the table a card may end anywhere:
    /// there nothing comes short.
    fileprivate var bytes: (asked: Range<Int>, came: Range<Int>)? {
        switch self {
        case .bytes(let applet, let asked, let came), .moreBytes(let applet, let asked, let came):
            asked.lowerBound < applet.size ? (asked, came) : nil
        default: nil
        }
    }
}
