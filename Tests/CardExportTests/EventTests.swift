import CardFormats
import CardRecord
import SmartCard
import Testing
import ThaiIDCard
import VirtualCard

/// What scripts are told of readers and cards.
@Suite struct EventTests {
    private static let time = "2026-11-23T09:41:07+07:00"

    @Test(arguments: Event.Kind.allCases)
    func eventIsOneObject(_ kind: Event.Kind) {
        let json = Event(kind, at: Self.time, reader: "Reader 00").json
        let line =
            "{\"schema\":\"thaiid.event/1\",\"event\":\"\(kind.rawValue)\",\"at\":\"\(Self.time)\",\"reader\":\"Reader 00\"}"
        #expect(json.line == line)
    }

    @Test func kindsAreThoseOfTheContract() {
        #expect(
            Event.Kind.allCases.map(\.rawValue) == [
                "reader.attached", "reader.detached", "card.inserted", "card.removed", "card.read", "card.failed",
                "action.done", "action.failed", "action.waiting",
            ])
    }

    @Test func whatBecameOfAnActionIsTold() throws {
        let read = try #require(ReadID("01JDQ2V8T5ABCDEFGHJKMNPQRS"))
        let event = Event(
            .actionWaiting, of: ["name": "save"], read: read, error: ["code": "write"],
            next: "2026-11-23T09:41:09+07:00", at: Self.time, reader: "Reader 00")
        let line =
            #"{"schema":"thaiid.event/1","event":"action.waiting","at":"\#(Self.time)","reader":"Reader 00","#
            + #""read":{"id":"\#(read)"},"action":{"name":"save"},"error":{"code":"write"},"next":"2026-11-23T09:41:09+07:00"}"#
        #expect(event.json.line == line)
    }

    @Test func whatCameOfTheCardIsTold() {
        let read = Record.Read(
            at: Self.time, source: .reader, reader: "Reader 00", atr: "3B00", exchanges: 1, milliseconds: 1)
        let record = Record(read: read, card: SampleCard.card, fields: Array(Field.all.prefix(2)), for: .masked)
        let event = Event(read: record, at: Self.time, reader: "Reader 00").json
        #expect(event["event"] == "card.read" && event["record"] == record.json)
        #expect(event["record"]?["card"]?["citizenID"] == "x-xxxx-xxxxx-00-9")
        let failure = Event(failed: ["code": "no-card"], at: Self.time, reader: "Reader 00").json
        #expect(failure["event"] == "card.failed" && failure["error"]?["code"] == "no-card")
        #expect(failure["record"] == nil)
    }
}
