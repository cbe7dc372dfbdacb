public import CardTrace
internal import SmartCard
internal import ThaiIDCard

/// Makes recordings that can be published: the same exchanges with the same lengths, status words,
/// failures and times, of somebody who does not exist.
///
/// What says when and where a recording was made is left out. Each result is scanned for every value
/// of the original before it is given away.
public struct Pseudonymiser: Sendable {
    /// The name that stands for every reader's: a real one can hold the device's serial number.
    public static let readerName = "Reader 00 00"

    private let key: PseudonymKey
    private let blanksUnknown: Bool
    private var known: [[UInt8]: OriginalValues] = [:]

    /// How many stand-ins are tried before a recording is given up.
    private static let attempts = 16 as UInt8

    /// Decides who becomes whom.
    ///
    /// - Parameter blanksUnknown: zeros take the place of bytes of which nobody knows what they say.
    ///   Else a recording with such bytes is refused.
    public init(key: PseudonymKey = PseudonymKey(), blankingUnknown blanksUnknown: Bool = false) {
        self.key = key
        self.blanksUnknown = blanksUnknown
    }

    /// Takes note of a recording to come. Somebody of whom there are several has the same pseudonym in
    /// all of them for certain if all are noted before the first is made: it avoids what any of them says.
    public mutating func note(_ original: Trace) {
        guard let cards = RecordedCards(original) else { return }
        for (image, identity) in zip(cards.images, Self.identities(of: cards.images)) {
            let values = OriginalValues(of: [image])
            known[identity, default: values].formUnion(values)
        }
    }

    /// The recording of a pseudonym.
    public func pseudonymise(_ original: Trace) throws(PseudonymError) -> Trace {
        guard let cards = RecordedCards(original) else { throw .tooManyCards }
        let identities = Self.identities(of: cards.images)
        var originals = OriginalValues(of: cards.images)
        for identity in identities { if let more = known[identity] { originals.formUnion(more) } }
        let scanner = OriginalScanner(originals)
        let avoided = originals.values.reduce(into: BytePatterns()) { avoided, value in
            if value.isText { avoided.insert(value.bytes, key: value.field) }
        }
        var found = ""
        for attempt in 0..<Self.attempts {
            let images = zip(cards.images, identities).map { image, identity in
                let pseudonym = Pseudonym(key: key, identity: identity, attempt: attempt, avoided: avoided)
                return CardDisguise(image, pseudonym).disguised
            }
            var rewriting = TraceRewriting(cards: cards, disguised: images)
            let trace = rewriting.rewrite(original)
            guard rewriting.unknown.isEmpty || blanksUnknown else { throw .unknownBytes(rewriting.unknown) }
            guard let field = scanner.find(in: Array(trace.text.utf8)) else { return trace }
            found = field
        }
        throw .originalFound(field: found)
    }

    /// Who holds each card: one whose citizen ID was not read goes by that of the card before it.
    private static func identities(of images: [CardImage]) -> [[UInt8]] {
        var last: [UInt8]?
        return images.map { image in
            let own = image[.storage][Field.citizenID.row.span].map(Array.init)
            last = own ?? last
            return last ?? Pseudonym.identity(of: image)
        }
    }
}
