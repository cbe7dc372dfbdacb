import CardFormats
import CardRecord
import CardSources
import CardTrace
import SmartCard

/// What passed between reader and card, exchange by exchange.
struct ExchangeLines {
    private let trace: Trace

    init(_ trace: Trace) { self.trace = trace }

    /// Commands (`>`) and answers (`<`) in hex, one a line, as `thaiid trace convert` reads them. What
    /// was not answered is a comment.
    var text: String {
        trace.events.map { event in
            switch event {
            case .powered(let atr): "ATR: \(atr)\n"
            case .exchange(let exchange): Self.text(exchange)
            }
        }.joined()
    }

    /// A line of JSON for each exchange.
    var json: String {
        trace.events.map { event in
            if case .exchange(let exchange) = event { Self.json(exchange).line + "\n" } else { "" }
        }.joined()
    }

    private static func text(_ exchange: Trace.Exchange) -> String {
        switch exchange.outcome {
        case .answer(let bytes): "> \(Hex.encode(exchange.command))\n< \(Hex.encode(bytes))\n"
        case .failure: "# > \(Hex.encode(exchange.command)) was not answered\n"
        }
    }

    private static func json(_ exchange: Trace.Exchange) -> JSONValue {
        let answer: ResponseAPDU? =
            if case .answer(let bytes) = exchange.outcome { ResponseAPDU(bytes: bytes) } else { nil }
        return [
            "schema": .string(Schema.apdu.id), "command": .string(Hex.encode(exchange.command)),
            "data": JSONValue(answer.map { Hex.encode($0.data) }), "status": JSONValue(answer?.status.description),
            "milliseconds": JSONValue(exchange.duration?.milliseconds),
        ]
    }
}
