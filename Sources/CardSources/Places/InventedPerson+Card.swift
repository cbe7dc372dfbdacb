public import CardTrace
public import Invention
internal import SmartCard
public import ThaiIDCard
public import VirtualCard

extension InventedPerson {
    /// A recording of the card being read, the same bytes every time and on every machine: nobody
    /// measured how long it took, and no reader is named. It holds every byte that any program may ask
    /// the card's applets for, those that the fields do not need among them.
    public func trace(of fields: [Field]) -> Trace {
        let recorder = RecordingChannel(virtualCard, recordedAt: Self.readAt, reader: nil)
        // What an odd card answers is worth recording whatever a reader makes of it.
        _ = try? CardReader.read(ReadRequest(fields, acceptsBadCheckDigit: true, depth: .everything), over: recorder)
        var trace = recorder.trace
        trace.events = trace.events.map { event in
            guard case .exchange(var exchange) = event else { return event }
            exchange.duration = nil
            return .exchange(exchange)
        }
        return trace
    }
}

extension InventedPerson {
    /// The card, to be read.
    public var virtualCard: VirtualCard {
        VirtualCard(image, atr: atr, style: answersAtOnce ? .atOnce : .getResponse)
    }
}
