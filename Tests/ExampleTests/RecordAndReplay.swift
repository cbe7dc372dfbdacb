import CardTrace
import SmartCard
import ThaiIDCard

/// The recording of a read of everything. It holds the holder's data.
func recording(of card: any CardChannel) throws(CardError) -> Trace {
    let recorder = RecordingChannel(card, recordedAt: nil, reader: nil)
    _ = try CardReader.read(ReadRequest(Field.all), over: recorder)
    return recorder.trace
}

/// What a recording says. It may have been made by any program, in any order of reads.
func card(in recording: Trace) throws(CardError) -> IDCard {
    try CardReader.read(ReadRequest(Field.all), over: ReplayChannel(recording)).card
}
