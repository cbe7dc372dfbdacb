import CardRecord
import SmartCard

/// A card that can be spoken to, and what is known of where it is.
struct OpenCard {
    let channel: any CardChannel
    let source: Record.Read.Source
    /// When: now, or when a recording was made.
    let time: String
    /// The reader that holds it, or held it when it was recorded.
    var reader: String?
    /// How long the card has taken so far, where a recording says so.
    var recordedTime: () -> Duration? = { nil }
}
