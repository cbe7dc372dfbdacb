internal import SmartCard
package import ThaiIDCard

/// What a recording asked a card for, and what came of it.
///
/// Programs read what they need, in steps of their own. A recording of one that went to its end lacks
/// what it never asked for; one that was cut, or of a read that failed, lacks what was still to come.
/// Nothing in a file says which it is. It is taken for broken off where
///
/// - the last command has no answer, or one whose data nobody fetched, or selected an application of
///   which nothing was asked;
/// - bytes that were asked for did not come;
/// - a READ that began before a field ends within it, and nothing goes on from there: whoever reads
///   across fields reads on;
/// - the photo's bytes stop before its end, but for the last 18 of its area, which a common loop of
///   twenty READs leaves out;
/// - it begins as this project's own reads do, at 0 with 255 bytes and on from there, and one of the
///   text fields is missing.
///
/// A field of which some bytes are known, because a READ that began with it was shorter, was never asked
/// for as a whole: such is that program's table.
struct RecordedPlan {
    /// All that the card gave away.
    private(set) var image = CardImage()
    /// What each phase cost, in the order in which they began.
    private(set) var costs: [PhaseCost] = []
    private var asked: [Applet: [Range<Int>]] = [:]
    private var endsOpen = false

    /// How much of the photo's area the common loop reads, length word not counted.
    private static let commonLoop = 20 * 255

    init(_ trace: Trace) {
        var conversation = Conversation()
        var phase = ReadPhase.select
        for event in trace.events {
            let meaning = conversation.take(event)
            guard case .exchange(let exchange) = event else { continue }
            if case .bytes(let applet, let span, _) = meaning { asked[applet, default: []].append(span) }
            phase = meaning.phase ?? phase
            add(exchange, to: phase)
            endsOpen = Self.isOpen(exchange, meaning)
        }
        image = conversation.image
    }

    /// Whether the recording ends before its plan does.
    var isBrokenOff: Bool {
        endsOpen || asked.contains { applet, spans in spans.contains { isUnfinished($0, of: applet) } } || isOwnInPart
    }

    private func isUnfinished(_ asked: Range<Int>, of applet: Applet) -> Bool {
        let span = asked.clamped(to: 0..<applet.size)
        let known = image[applet].known
        guard !span.isEmpty else { return false }
        guard case .read = applet.access else { return known.ranges.isEmpty && image.failures[applet] == nil }
        guard known.contains(span) else { return image.failures[applet] == nil || applet == .storage }
        let field = Field.all.first { field in
            field.applet == applet && field.span.lowerBound < span.upperBound && span.upperBound < field.span.upperBound
        }
        guard let field, !known.contains(span.upperBound..<(span.upperBound + 1)) else { return false }
        guard field.isDeferred else { return span.lowerBound < field.span.lowerBound }
        return !isHad(field) && image[applet].prefix(of: field.body).count < Self.commonLoop
            && span.upperBound > field.body.lowerBound
    }

    private var isOwnInPart: Bool {
        guard let spans = asked[.storage], spans.count > 1, spans[0] == 0..<ReadCommand.longest,
            spans[1].lowerBound == ReadCommand.longest
        else { return false }
        return Field.all.contains { field in
            field.applet == .storage && field.sensitivity != .guarded && !field.isDeferred && !isHad(field)
        }
    }

    private func isHad(_ field: Field) -> Bool {
        let bytes = image[field.applet]
        return bytes.known.contains(field.neededSpan(in: bytes)) || field.remnant(in: bytes) != nil
    }

    private static func isOpen(_ exchange: Trace.Exchange, _ meaning: Conversation.Meaning) -> Bool {
        guard case .answer(let bytes) = exchange.outcome, let answer = ResponseAPDU(bytes: bytes) else { return true }
        if answer.status.bytesWaiting != nil || answer.status.exactLength != nil { return true }
        switch meaning {
        case .select(let application), .moreOfSelection(let application):
            return answer.status == .success && Applet.allCases.contains { $0.applicationID == application }
        default: return false
        }
    }

    private mutating func add(_ exchange: Trace.Exchange, to phase: ReadPhase) {
        var bytes = 0
        if case .answer(let answer) = exchange.outcome { bytes = answer.count }
        let index = costs.firstIndex { $0.phase == phase } ?? costs.endIndex
        let before = index < costs.endIndex ? costs.remove(at: index) : nil
        let cost = PhaseCost(
            phase: phase, exchanges: (before?.exchanges ?? 0) + 1, bytes: (before?.bytes ?? 0) + bytes,
            duration: (before?.duration ?? .zero) + (exchange.duration ?? .zero))
        costs.insert(cost, at: index)
    }
}

extension Field {
    /// The field without the length word before a photo.
    fileprivate var body: Range<Int> { (span.lowerBound + (kind == .photo ? 2 : 0))..<span.upperBound }
}

extension Conversation.Meaning {
    /// The phase of a read that an exchange belongs to; `nil` where it goes on with the one before it.
    fileprivate var phase: ReadPhase? {
        switch self {
        case .bytes(.storage, let asked, _):
            Field.all.contains { $0.applet == .storage && $0.isDeferred && $0.span.contains(asked.lowerBound) }
                ? .photo : .text
        case .bytes(.health, _, _): .health
        case .bytes: .chip
        case .select(let application):
            switch Applet.allCases.first(where: { $0.applicationID == application }) {
            case .cardStock, .cardManager: .chip
            case .health: .health
            case .storage, nil: .select
            }
        case .powered, .moreOfSelection, .moreBytes, .unknown: nil
        }
    }
}

extension CardReading {
    /// What a recording says, whoever made it and with whatever plan; see
    /// `init(recorded:isBrokenOff:_:phases:)`.
    ///
    /// Nothing is sent: for a recording that answers the commands of this project's own plan, replay it
    /// (`ReplayChannel`), which gives every failure at its place.
    ///
    /// - Returns: `nil` where the recording lacks what was asked for because it breaks off within its own
    ///   plan.
    package init?(of trace: Trace, _ request: ReadRequest) throws(CardError) {
        let plan = RecordedPlan(trace)
        let isBrokenOff = plan.isBrokenOff
        do throws(CardError) {
            try self.init(recorded: plan.image, isBrokenOff: isBrokenOff, request, phases: plan.costs)
        } catch {
            if isBrokenOff, case .channel(.notRecorded) = error { return nil }
            throw error
        }
    }
}
