public import ThaiIDCard

/// One event of a recording, and what it means.
public struct TraceStep: Sendable {
    /// The exchange's number, from 1; `nil` where the card was powered.
    public let number: Int?
    /// What happened.
    public let event: Trace.Event
    /// What it means to the card.
    package let meaning: Conversation.Meaning
    /// The fields whose last byte came with this exchange.
    public let completed: [Field]
}

extension Trace {
    /// The events in order, each with its meaning.
    public var steps: [TraceStep] {
        var conversation = Conversation()
        var missing = Field.all
        var number = 0
        return events.map { event in
            let meaning = conversation.take(event)
            if case .exchange = event { number += 1 }
            let completed = Self.complete(meaning, conversation.image, &missing)
            return TraceStep(
                number: meaning == .powered ? nil : number, event: event, meaning: meaning, completed: completed)
        }
    }

    /// Takes those fields out of the missing ones that the bytes of an exchange complete. No other
    /// can have become complete, and a hostile recording has many exchanges.
    private static func complete(
        _ meaning: Conversation.Meaning, _ image: CardImage, _ missing: inout [Field]
    ) -> [Field] {
        guard let (applet, came) = meaning.bytesThatCame, !came.isEmpty else { return [] }
        var completed: [Field] = []
        for index in missing.indices.reversed() where missing[index].applet == applet {
            guard missing[index].span.overlaps(came) else { continue }
            let bytes = image[applet]
            let isWhole = bytes.known.contains(missing[index].neededSpan(in: bytes))
            guard isWhole || meaning.brings(missing[index], from: bytes) else { continue }
            completed.append(missing.remove(at: index))
        }
        return completed.reversed()
    }
}

extension Conversation.Meaning {
    /// Whether with this exchange came the last of what a program with a table of its own takes for a
    /// field: an answer to a READ that begins with it, or a photo without its length word.
    fileprivate func brings(_ field: Field, from bytes: SparseBytes) -> Bool {
        switch self {
        case .bytes(_, let asked, let came), .moreBytes(_, let asked, let came):
            let isOwnRead = asked.lowerBound == field.span.lowerBound && asked.upperBound == came.upperBound
            return (isOwnRead || field.isDeferred) && field.remnant(in: bytes) != nil
        case .powered, .select, .moreOfSelection, .unknown: return false
        }
    }

    /// The bytes of an applet that an exchange brought.
    fileprivate var bytesThatCame: (Applet, Range<Int>)? {
        switch self {
        case .bytes(let applet, _, let came), .moreBytes(let applet, _, let came): (applet, came)
        case .powered, .select, .moreOfSelection, .unknown: nil
        }
    }
}
