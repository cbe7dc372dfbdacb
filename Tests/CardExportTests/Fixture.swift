import CardFormats
import CardRecord
import CardTrace
import Foundation
import SmartCard
import TestSupport
import Testing
import ThaiIDCard
import VirtualCard

/// One of the recordings in `Fixtures/`, and what a reader must make of it.
struct Fixture: CustomTestStringConvertible, Sendable {
    let name: String
    var testDescription: String { name }

    /// All of them, by name.
    static let all = Fixtures.names.map { Fixture(name: $0) }

    /// Those that can be read without more ado.
    static let readable = all.filter { (try? $0.expected["error"]) == .some(nil) }

    /// What a full read asks for.
    static let fields = Field.all.filter { $0.sensitivity != .guarded }

    /// The recording.
    var trace: Trace { get throws { try Trace(parsing: [UInt8](try Data(contentsOf: file("trace")))) } }

    /// What must come of it, its members in order.
    var expected: JSONValue {
        get throws { try OrderedJSON.parse(try String(contentsOf: file("json"), encoding: .utf8)) }
    }

    private func file(_ kind: String) -> URL { Fixtures.folder.appendingPathComponent("\(name).\(kind)") }

    /// Reads the recording as `thaiid read --replay` does.
    func record(acceptingBadCheckDigit: Bool = false) throws -> Record {
        let trace = try trace
        let channel = ReplayChannel(trace)
        let request = ReadRequest(Self.fields, acceptsBadCheckDigit: acceptingBadCheckDigit)
        let reading = try CardReader.read(request, over: channel)
        let time = channel.elapsed.components
        let milliseconds = Int(time.seconds * 1000 + time.attoseconds / 1_000_000_000_000_000)
        let read = Record.Read(
            at: trace.recordedAt ?? "", source: .replay, reader: trace.reader, atr: trace.atr.description,
            exchanges: reading.exchanges, milliseconds: milliseconds)
        return Record(read: read, card: reading.card, fields: Self.fields)
    }
}

extension JSONValue {
    /// A record whose warnings stand without their wording, as the fixtures have them.
    var withoutMessages: JSONValue {
        changing("warnings") { warnings in
            guard case .array(let values) = warnings else { return warnings }
            return .array(values.map { $0.without("message") })
        }
    }
}
