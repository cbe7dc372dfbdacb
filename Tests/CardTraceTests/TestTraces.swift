import CardTrace
import Pseudonyms
import SmartCard
import TestSupport
import ThaiIDCard
import VirtualCard

/// Recordings to try things on.
enum TestTraces {
    /// The sample card's bytes.
    static let image: CardImage = (try? SampleCard.card.image()) ?? CardImage()
    /// Everything that the sample has.
    static let fields = Field.all.filter { $0.applet != .health && $0.sensitivity != .guarded }

    /// Reads a card and keeps the conversation.
    static func record(
        _ fields: [Field], over channel: any CardChannel
    ) -> (trace: Trace, result: Result<CardReading, CardError>) {
        let recorder = RecordingChannel(channel, recordedAt: "2026-11-23T09:41:07+07:00", reader: "Reader 00 00")
        do throws(CardError) {
            let reading = try CardReader.read(ReadRequest(fields), over: recorder)
            return (recorder.trace, .success(reading))
        } catch {
            return (recorder.trace, .failure(error))
        }
    }

    /// A recording of anything at all that the format can hold.
    static func random(_ random: inout SeededGenerator) -> Trace {
        var events: [Trace.Event] = [.powered(atr(&random))]
        for _ in 0..<Int.random(in: 0...8, using: &random) {
            events.append(
                Int.random(in: 0..<5, using: &random) == 0 ? .powered(atr(&random)) : .exchange(exchange(&random)))
        }
        return Trace(
            recordedAt: Bool.random(using: &random) ? "2026-11-23T09:41:07Z" : nil,
            reader: Bool.random(using: &random) ? "Reader ไทย #\(Int.random(in: 0...9, using: &random)) 00" : nil,
            events: events)
    }

    private static func atr(_ random: inout SeededGenerator) -> ATR {
        ATR(random.bytes(Int.random(in: 2...33, using: &random)))
    }

    private static func exchange(_ random: inout SeededGenerator) -> Trace.Exchange {
        let outcome: Trace.Outcome =
            Int.random(in: 0..<4, using: &random) == 0
            ? .failure(failures.randomElement(using: &random) ?? .cardMute)
            : .answer(random.bytes(Int.random(in: 0...300, using: &random)))
        return Trace.Exchange(
            random.bytes(Int.random(in: 4...261, using: &random)), outcome,
            duration: Bool.random(using: &random)
                ? .microseconds(Int.random(in: 0...3_600_000_000, using: &random)) : nil)
    }

    /// Every failure that a recording can hold.
    static let failures: [ChannelError] = [
        .cardRemoved, .readerGone, .serviceGone, .cardReset, .cardMute, .communication, .cardInUse, .accessDenied,
        .unsupportedProtocol, .timedOut, .malformedAnswer(count: 1), .malformedAnswer(count: 70_000), .other(code: 0),
        .other(code: 0x8010_0001), .other(code: .max),
    ]
}

extension Trace {
    /// Reads a text.
    init(_ text: String) throws(TraceSyntaxError) { try self.init(parsing: Array(text.utf8)) }

    /// The exchanges, in order.
    var exchanges: [Exchange] {
        events.compactMap { if case .exchange(let exchange) = $0 { exchange } else { nil } }
    }
}
