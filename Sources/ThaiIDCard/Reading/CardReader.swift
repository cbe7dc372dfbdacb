public import SmartCard

/// Reads a card: all of what was asked for, or an error.
///
/// A read proves itself: every answer has exactly the length that was asked for, and the citizen
/// ID's check digit holds before anything else is believed, because an answer that slipped by one
/// command makes every field look well-formed and wrong. Only the chip and health applets may
/// fail alone, which their fields then say.
///
/// After a reset by another program or a passing communication error the reader powers the card
/// anew, makes sure that it is still the same one, and goes on with the span that failed.
public struct CardReader {
    private let session: CardSession
    let request: ReadRequest
    private let progress: (ReadProgress) -> Void
    var image = CardImage()
    private var isIdentified = false
    private var needsProof = false
    private var hasToldText = false
    private var recoveriesLeft = 3
    private var lastAnswer: [UInt8] = []
    private var hasRepeatedAnswer = false

    /// Reads over a channel that nobody else uses meanwhile.
    ///
    /// - Parameter progress: told after each READ how far the read has come.
    public static func read(
        _ request: ReadRequest, over channel: any CardChannel, progress: @escaping (ReadProgress) -> Void = { _ in }
    ) throws(CardError) -> CardReading {
        let session = CardSession(channel, limits: request.limits)
        var reader = CardReader(session: session, request: request, progress: progress)
        return try reader.read()
    }

    /// Finds out whether a card is one of this kind, without reading anything of its holder.
    ///
    /// - Throws: `notThaiID` where it is none.
    public static func probe(_ channel: any CardChannel) throws(CardError) {
        try CardSession(channel, limits: ChannelLimits()).selectStorage()
    }

    private init(session: CardSession, request: ReadRequest, progress: @escaping (ReadProgress) -> Void) {
        self.session = session
        self.request = request
        self.progress = progress
    }

    private mutating func read() throws(CardError) -> CardReading {
        try selectStorage()
        try readStorage()
        try readRest(of: .storage)
        for applet in Applet.allCases.filter(\.isOptional) where request.fields.contains(where: { $0.applet == applet })
        {
            try readOptional(applet)
        }
        let card = IDCard(image, fields: request.fields)
        try checkPhoto(of: card)
        if needsProof { try Self.checkProof(of: image) }
        return CardReading(image: image, card: card, phases: session.costs)
    }
}

// MARK: - The storage applet

extension CardReader {
    private mutating func selectStorage() throws(CardError) {
        try recovering(.select) { session throws(CardError) in try session.selectStorage() }
    }

    private mutating func readStorage() throws(CardError) {
        // Other applets can only be read on after an interruption where it is known whose card it is.
        let isLong = request.fields.contains { $0.applet.isOptional }
        let wanted = Field.identity + request.fields + (isLong ? Field.fingerprint : [])
        var plan = ReadPlan(wanted, of: .storage)
        while let step = plan.next(after: image[.storage]) {
            let phase: ReadPhase = step.isDeferred ? .photo : .text
            try read(step.span, by: plan, phase)
            if !isIdentified, IDCard(image, fields: Field.identity).citizenID != .notRead {
                try identify(step.span, by: plan)
                isIdentified = true
                if needsProof { plan = ReadPlan(wanted + Field.proof, of: .storage) }
            }
            report(phase, plan, text(beforePhotoOf: plan))
        }
    }

    /// The text, once, as soon as only the photo is still to come. A card of an unknown layout has nothing to
    /// tell before all of it is proven.
    private mutating func text(beforePhotoOf plan: ReadPlan) -> IDCard? {
        guard !hasToldText, isIdentified, !needsProof, plan.next(after: image[.storage])?.isDeferred == true else {
            return nil
        }
        hasToldText = true
        return IDCard(image, fields: request.fields.filter { $0.applet == .storage && $0.kind != .photo })
    }

    private func report(_ phase: ReadPhase, _ plan: ReadPlan, _ text: IDCard?) {
        let needed = plan.needed(in: image[.storage])
        let missing = needed.ranges.flatMap { image[.storage].known.missing(in: $0) }
        progress(
            ReadProgress(
                phase: phase, known: needed.count - missing.reduce(0) { $0 + $1.count }, needed: needed.count,
                text: text))
    }

    private mutating func read(_ span: Range<Int>, by plan: ReadPlan, _ phase: ReadPhase) throws(CardError) {
        let bytes = try recovering(phase) { session throws(CardError) in try session.read(span) }
        if bytes == lastAnswer, Set(bytes).count > 1 { hasRepeatedAnswer = true }
        lastAnswer = bytes
        for wanted in plan.wanted(of: span, in: image[.storage]) {
            let start = wanted.lowerBound - span.lowerBound
            image[.storage].write(bytes[start..<(start + wanted.count)], at: wanted.lowerBound)
        }
    }

    /// Believes the first span, or reads it again after a reset: what fails twice is the card's fault.
    private mutating func identify(_ span: Range<Int>, by plan: ReadPlan) throws(CardError) {
        let first = IDCard(image, fields: Field.identity)
        guard first.citizenID.value?.hasValidCheckDigit != true else {
            needsProof = try Self.needsProof(first)
            return
        }
        lastAnswer = []
        try session.during(.text) { () throws(CardError) in
            try session.reset()
            try session.selectStorage()
        }
        try read(span, by: plan, .text)
        let second = IDCard(image, fields: Field.identity)
        needsProof = try Self.needsProof(second)
        guard let citizenID = second.citizenID.value else { throw .malformed(field: Field.citizenID.key) }
        guard citizenID.hasValidCheckDigit || (request.acceptsBadCheckDigit && first == second) else {
            throw .checkDigit
        }
    }

    /// A photo is whole or the read fails. One that does not end where its length word says, after
    /// the same answer came twice, is what answers look like that slipped by one READ.
    private func checkPhoto(of card: IDCard) throws(CardError) {
        let isDoubtful = hasRepeatedAnswer && card.warnings.contains { $0.kind == .photoLength }
        if case .failed = card.photo { throw .malformed(field: Field.photo.key) }
        guard !isDoubtful else { throw .malformed(field: Field.photo.key) }
    }

    /// Refuses the old layout. One that nobody has described is read as the known one, and has to prove
    /// that it is: the card is then newer than this program, not broken.
    ///
    /// - Returns: whether it has to: see `checkProof`.
    static func needsProof(_ card: IDCard) throws(CardError) -> Bool {
        let version = card.dataVersion.value ?? ""
        switch DataVersion(version) {
        case .known: return false
        case .old: throw .unsupportedVersion(version)
        case .unknown: return true
        }
    }

    /// Whether a card of an unknown layout holds what the table says where the table says it: a citizen
    /// ID whose check digit holds, and dates. (A photo that was asked for is whole, or the read fails.)
    static func checkProof(of image: CardImage) throws(CardError) {
        let card = IDCard(image, fields: Field.identity + Field.proof)
        let isOdd = card.warnings.contains { $0.kind == .date(.impossible) || $0.kind == .checkDigit }
        guard !isOdd, card.issueDate.value?.precision == .day else {
            throw .unsupportedVersion(card.dataVersion.value ?? "")
        }
    }
}

// MARK: - Applets that may fail alone

extension CardReader {
    private mutating func readOptional(_ applet: Applet) throws(CardError) {
        let phase: ReadPhase = applet == .health ? .health : .chip
        let plan = ReadPlan(request.fields, of: applet)
        do throws(CardError) {
            let bytes = try recovering(phase) { session throws(CardError) in try session.bytes(of: applet, plan) }
            if let bytes { image[applet] = bytes } else { image.absent.insert(applet) }
        } catch {
            image.failures[applet] = try failure(for: error, phase)
            return
        }
        if case .read = applet.access, !image.absent.contains(applet) { try readRest(of: applet) }
    }

    /// What an applet's failure means for its fields, or the error again where it ends the read.
    ///
    /// Old chips answer the commands of these applets with nothing at all, and need a reset.
    mutating func failure(for error: CardError, _ phase: ReadPhase) throws(CardError) -> FieldFailure {
        switch error {
        case .refused(_, let status): return .refused(status)
        case .wrongLength: return .wrongLength
        case .malformed: return .malformed
        case .channel(let cause) where cause.mayBeTheApplet:
            try recover(phase)
            return .noAnswer
        default: throw error
        }
    }
}

extension CardSession {
    /// What an applet holds of the planned fields; `nil` where the card does not have it.
    fileprivate func bytes(of applet: Applet, _ plan: ReadPlan) throws(CardError) -> SparseBytes? {
        let status = try select(applet)
        guard status != .notFound else { return nil }
        guard status == .success else { throw .refused(0..<0, status) }
        var known = SparseBytes()
        switch applet.access {
        case .read:
            while let step = plan.next(after: known) {
                known.write(try read(step.span), at: step.span.lowerBound)
            }
        case .answer(let command, let count, let tag):
            let bytes = try answer(to: command, count: count)
            guard bytes.starts(with: tag) else { throw .malformed(field: applet.rawValue) }
            for wanted in plan.wanted(of: 0..<count, in: known) { known.write(bytes[wanted], at: wanted.lowerBound) }
        }
        return known
    }
}

extension ChannelError {
    /// Whether the card's lack of an applet may be all that this error says.
    fileprivate var mayBeTheApplet: Bool {
        switch self {
        case .communication, .cardReset, .cardMute, .malformedAnswer, .other: true
        default: false
        }
    }
}

// MARK: - Interruptions

extension CardReader {
    /// Does something, again after a recovery where a passing error came between.
    mutating func recovering<Result>(
        _ phase: ReadPhase, _ body: (CardSession) throws(CardError) -> Result
    ) throws(CardError) -> Result {
        var isInterrupted = false
        while true {
            do throws(CardError) {
                if isInterrupted { try recover(phase) }
                return try session.during(phase) { () throws(CardError) in try body(session) }
            } catch {
                guard case .channel(let cause) = error, cause.isPassing, recoveriesLeft > 0 else { throw error }
                recoveriesLeft -= 1
                isInterrupted = true
            }
        }
    }

    /// Powers the card anew and makes sure that it is the one whose bytes are in the image, or, as
    /// long as too little is known to be sure, forgets them and begins again.
    private mutating func recover(_ phase: ReadPhase) throws(CardError) {
        lastAnswer = []
        try session.during(phase) { () throws(CardError) in
            try session.reset()
            try session.selectStorage()
        }
        let bytes = image[.storage]
        let known = Field.fingerprint.compactMap { field in bytes[field.span].map { (field.span, $0) } }
        for (span, bytes) in known {
            let again = try session.during(phase) { () throws(CardError) in try session.read(span) }
            guard again.elementsEqual(bytes) else { throw .anotherCard }
        }
        if known.count < Field.fingerprint.count {
            image[.storage] = SparseBytes()
            isIdentified = false
        }
    }
}
