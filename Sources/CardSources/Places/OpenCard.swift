package import CardRecord
internal import CardTrace
package import SmartCard

/// A card that can be spoken to, and what is known of where it is.
package struct OpenCard {
    /// A recording in the place of a card.
    struct Recording {
        let trace: Trace
        let replay: ReplayChannel

        /// How long the card took for what was asked so far, where the recording says so.
        var time: Duration? { trace.hasTimes ? replay.elapsed : nil }
    }

    let channel: any CardChannel
    package let source: Record.Read.Source
    /// When: now, or when a recording was made.
    let time: String
    /// The reader that holds it, or held it when it was recorded.
    package let reader: String?
    let recording: Recording?

    package init(channel: any CardChannel, source: Record.Read.Source, time: String, reader: String? = nil) {
        self.init(channel: channel, source: source, time: time, reader: reader, recording: nil)
    }

    init(
        channel: any CardChannel, source: Record.Read.Source, time: String, reader: String?, recording: Recording?
    ) {
        (self.channel, self.source, self.time) = (channel, source, time)
        (self.reader, self.recording) = (reader, recording)
    }
}
