import CardTrace
import Pseudonyms
import SmartCard
import TestSupport
import Testing

/// The capture for Wireshark, taken apart by hand.
@Suite struct FormatsPcapTests {
    private struct Packet: Equatable {
        var seconds: Int
        var microseconds: Int
        var subtype: UInt8
        var payload: [UInt8]
    }

    private static func little(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reversed().reduce(0) { $0 << 8 | Int($1) } }
    private static func big(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

    /// Takes a capture apart and checks every header on the way.
    private static func packets(_ file: [UInt8]) throws -> [Packet] {
        try #require(file.count >= 24)
        #expect(little(file[0..<4]) == 0xA1B2_C3D4 && little(file[4..<6]) == 2 && little(file[6..<8]) == 4)
        #expect(little(file[20..<24]) == 228)
        var packets: [Packet] = []
        var index = 24
        while index < file.count {
            try #require(index + 16 <= file.count)
            let count = little(file[(index + 8)..<(index + 12)])
            #expect(count == little(file[(index + 12)..<(index + 16)]))
            try #require(index + 16 + count <= file.count && count >= 44)
            let packet = Array(file[(index + 16)..<(index + 16 + count)])
            #expect(packet[0] == 0x45 && packet[9] == 17 && big(packet[2..<4]) == count)
            var sum = stride(from: 0, to: 20, by: 2).reduce(0) { $0 + big(packet[$1..<($1 + 2)]) }
            while sum > 0xFFFF { sum = sum & 0xFFFF + sum >> 16 }
            #expect(sum == 0xFFFF)
            #expect(big(packet[20..<22]) == 4729 && big(packet[22..<24]) == 4729 && big(packet[24..<26]) == count - 20)
            #expect(Array(packet[28..<32]) == [2, 4, 4, 0])
            packets.append(
                Packet(
                    seconds: little(file[index..<(index + 4)]), microseconds: little(file[(index + 4)..<(index + 8)]),
                    subtype: packet[40], payload: Array(packet[44...])))
            index += 16 + count
        }
        return packets
    }

    @Test func exchangeIsAPacket() throws {
        let getData: [UInt8] = [0x80, 0xCA, 0x9F, 0x7F]
        let trace = Trace(
            recordedAt: "2026-11-23T09:41:07+07:00",
            events: [
                .powered(ATR([0x3B, 0x00])),
                .exchange(Trace.Exchange(FormatSamples.select, .answer([0x61, 0x0A]), duration: .milliseconds(1500))),
                .exchange(Trace.Exchange(getData, .answer([0x6C, 0x2D]), duration: .microseconds(7))),
            ])
        let written = try #require(TraceFormat.pcap.write(trace))
        #expect(written.losses.isEmpty)
        #expect(TraceFormat.recognise(written.bytes) == .pcap)
        let start = 1_795_401_667
        #expect(
            try Self.packets(written.bytes) == [
                Packet(seconds: start, microseconds: 0, subtype: 1, payload: [0x3B, 0x00]),
                Packet(
                    seconds: start + 1, microseconds: 500_000, subtype: 0,
                    payload: FormatSamples.select + [0x61, 0x0A]),
                Packet(
                    seconds: start + 1, microseconds: 500_007, subtype: 0,
                    payload: getData + [0x00, 0x6C, 0x2D]),
            ])
    }

    @Test func whatHasNoPlaceInAPacketIsSaidToBeLost() throws {
        let command: [UInt8] = [0x00, 0xA4, 0x04, 0x00]
        let trace = Trace(
            recordedAt: "1969-12-31T23:59:59Z", reader: "Reader",
            events: [
                .powered(ATR([0x3B, 0x00])), .exchange(Trace.Exchange(command, .failure(.cardRemoved))),
                .exchange(Trace.Exchange(command, .answer([]))),
                .exchange(Trace.Exchange(command, .answer([UInt8](repeating: 0, count: 65_538)))),
                .exchange(Trace.Exchange(command, .answer([UInt8](repeating: 0, count: 65_486)))),
            ])
        let written = try #require(TraceFormat.pcap.write(trace))
        #expect(
            written.losses == [
                .recordingTime, .readerName, .unansweredCommands(1), .answersWithoutStatus(1), .longExchanges(1),
            ])
        #expect(try Self.packets(written.bytes).map(\.payload.count) == [2, 65_491])
    }

    @Test func anyRecordingIsACapture() throws {
        var random = SeededGenerator(seed: 31)
        for _ in 0..<500 {
            let trace = TestTraces.random(&random)
            let written = try #require(TraceFormat.pcap.write(trace))
            let answered = trace.exchanges.filter {
                if case .answer(let bytes) = $0.outcome { bytes.count >= 2 } else { false }
            }
            let resets = trace.events.count - trace.exchanges.count
            #expect(try Self.packets(written.bytes).count == answered.count + resets)
        }
    }
}
