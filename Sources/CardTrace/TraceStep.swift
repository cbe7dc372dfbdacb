public import ThaiIDCard

/// One event of a recording, and what it means.
public struct TraceStep: Sendable {
    /// The exchange's number, from 1; `nil` where the card was powered.
    public let number: Int?
    /// What happened.
    public let event: Trace.Event
    /// What it means to the card.
    public let meaning: Conversation.Meaning
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
            let completed = missing.filter { field in
                let bytes = conversation.image[field.applet]
                return bytes.known.contains(field.neededSpan(in: bytes))
            }
            missing.removeAll { field in completed.contains { $0.key == field.key } }
            return TraceStep(
                number: meaning == .powered ? nil : number, event: event, meaning: meaning, completed: completed)
        }
    }
}
