import CardSources
import CardTrace
import Invention
import Pseudonyms
import SmartCard
import Testing
import ThaiIDCard
import VirtualCard

/// Reads of invented people's cards, odd ones among them, pass from each format to each other one.
@Suite struct FormatsInventedTests {
    /// Drawing a portrait takes most of the time that a person does: one in so many has one.
    private static let portraitsOneIn = 250

    /// What is read of one person in four.
    private static let everything = Field.all.filter { $0.sensitivity != .guarded }
    /// What is read of the others.
    private static let card = everything.filter { $0.group == .card }
    private static let people = InventedPeople(seed: 41, odd: true, portraits: false)
    private static let portrayed = InventedPeople(seed: 41, odd: true)

    /// The read of a person's card. Its exchanges take as long as their place says, in whole milliseconds.
    private static func trace(of index: Int) -> Trace {
        let person = index.isMultiple(of: portraitsOneIn) ? portrayed[index] : people[index]
        let recorder = RecordingChannel(
            person.virtualCard, recordedAt: "2026-11-23T09:41:07+07:00", reader: "เครื่องอ่าน \(index) 00 00")
        _ = try? CardReader.read(ReadRequest(index.isMultiple(of: 4) ? everything : card), over: recorder)
        var trace = recorder.trace
        for (place, event) in trace.events.enumerated() {
            guard case .exchange(var exchange) = event else { continue }
            exchange.duration = .milliseconds(place)
            trace.events[place] = .exchange(exchange)
        }
        return trace
    }

    /// The same without what cardpeek has no place for.
    private static func bare(_ trace: Trace) -> Trace {
        Trace(
            events: trace.events.map { event in
                guard case .exchange(let exchange) = event else { return event }
                return .exchange(Trace.Exchange(exchange.command, exchange.outcome))
            })
    }

    /// Whether a recording comes back byte for byte after it has been in these formats, one after the other.
    private static func passes(_ trace: Trace, through formats: [TraceFormat]) throws -> Bool {
        let original = try #require(TraceFormat.thaiid.write(trace))
        var (written, last) = (original, TraceFormat.thaiid)
        for format in formats + [.thaiid] {
            let read = try last.read(written.bytes)
            (written, last) = (try #require(format.write(read.trace)), format)
            guard read.losses.isEmpty, written.losses.isEmpty else { return false }
        }
        return written == original
    }

    /// The way round leads once from each of the three formats to each other one.
    @Test(arguments: 0..<20)
    func tenThousandReadsPassFromEachFormatToEachOther(_ part: Int) throws {
        for index in stride(from: part, to: 10_000, by: 20) {
            let trace = Self.bare(Self.trace(of: index))
            #expect(
                try Self.passes(trace, through: [.cardpeek, .apdu4j, .thaiid, .apdu4j, .cardpeek]), "person \(index)")
        }
    }

    @Test func timesAndNamesPassWhereTheFormatHasThem() throws {
        for index in 0..<500 {
            #expect(try Self.passes(Self.trace(of: index), through: [.apdu4j]), "person \(index)")
        }
    }
}
