internal import SmartCard
internal import ThaiIDCard

extension TraceFormat {
    /// A capture for Wireshark, written only; known by the magic number of pcap.
    ///
    /// Each exchange is a packet as Osmocom's SIMtrace sends it: GSMTAP version 2 of type SIM
    /// (`gsmtap.h` of libosmocore), within UDP to port 4729 within IPv4, with the link type of raw
    /// IPv4 (228). The packet holds command, data and status word; its time is when the answer
    /// came. An answer to reset is a packet of its own (subtype 1). As on the wire of T=0, a
    /// command of four bytes gets a zero for its P3 (ISO/IEC 7816-3 §12.2.2).
    public static let pcap = TraceFormat(
        "pcap", Bilingual("ไฟล์ pcap สำหรับ Wireshark (GSMTAP)", "pcap for Wireshark (GSMTAP)"),
        bearsMark: PcapFormat.isMarked, writer: PcapFormat.write)
}

enum PcapFormat {
    private static let magic: UInt32 = 0xA1B2_C3D4
    private static let nanosecondMagic: UInt32 = 0xA1B2_3C4D
    private static let rawIPv4: UInt32 = 228
    private static let longestPacket = 65_535

    /// What of GSMTAP's header tells packets apart (GSMTAP_SIM_APDU and GSMTAP_SIM_ATR).
    private enum Subtype: UInt8 {
        case apdu = 0
        case atr = 1
    }

    static func isMarked(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 4 else { return false }
        let number = bytes[0..<4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return [magic, magic.byteSwapped, nanosecondMagic, nanosecondMagic.byteSwapped].contains(number)
    }

    static func write(_ trace: Trace) -> ConvertedTrace {
        var losses: [TraceLoss] = []
        let start = max(0, trace.recordedAt.flatMap(Moment.init(iso:))?.secondsSince1970 ?? 0)
        if trace.recordedAt != nil, start == 0 || start > Int(UInt32.max) { losses.append(.recordingTime) }
        var clock = Int64(start > Int(UInt32.max) ? 0 : start) * 1_000_000
        var file = magic.little + UInt16(2).little + UInt16(4).little + UInt32(0).little + UInt32(0).little
        file += UInt32(longestPacket).little + rawIPv4.little
        var (unanswered, cut, long, lacksTimes) = (0, 0, 0, false)
        for event in trace.events {
            switch event {
            case .powered(let atr):
                file += record(atr.bytes, .atr, at: clock)
            case .exchange(let exchange):
                lacksTimes = lacksTimes || exchange.hasUnsoundTime
                if !exchange.hasUnsoundTime { clock += exchange.duration?.microseconds ?? 0 }
                let header = exchange.command.count == 4 ? exchange.command + [0] : exchange.command
                switch exchange.outcome {
                case .failure: unanswered += 1
                case .answer(let answer) where answer.count < 2: cut += 1
                case .answer(let answer) where header.count + answer.count > longestPacket - 44: long += 1
                case .answer(let answer): file += record(header + answer, .apdu, at: clock)
                }
            }
        }
        if lacksTimes { losses.append(.times) }
        if trace.reader != nil { losses.append(.readerName) }
        if unanswered > 0 { losses.append(.unansweredCommands(unanswered)) }
        if cut > 0 { losses.append(.answersWithoutStatus(cut)) }
        if long > 0 { losses.append(.longExchanges(long)) }
        return ConvertedTrace(file, losses: losses)
    }

    /// A packet with its record header: seconds, microseconds, and its length twice.
    private static func record(_ payload: [UInt8], _ subtype: Subtype, at clock: Int64) -> [UInt8] {
        let packet = ipv4(udp(gsmtap(payload, subtype)))
        let length = UInt32(packet.count).little
        let (seconds, microseconds) = clock.quotientAndRemainder(dividingBy: 1_000_000)
        let stamp = UInt32(truncatingIfNeeded: seconds).little + UInt32(truncatingIfNeeded: microseconds).little
        return stamp + length + length + packet
    }

    /// Version 2, 4 words of header, type 4 (SIM); radio fields, which a card has not, are zero.
    private static func gsmtap(_ payload: [UInt8], _ subtype: Subtype) -> [UInt8] {
        [2, 4, 4, 0] + [UInt8](repeating: 0, count: 8) + [subtype.rawValue, 0, 0, 0] + payload
    }

    /// From and to GSMTAP's port, without a checksum, which IPv4 allows.
    private static func udp(_ payload: [UInt8]) -> [UInt8] {
        let port = UInt16(4729).big
        return port + port + UInt16(8 + payload.count).big + [0, 0] + payload
    }

    /// From this machine to itself: version 4, five words of header, 64 hops, UDP.
    private static func ipv4(_ payload: [UInt8]) -> [UInt8] {
        let loopback: [UInt8] = [127, 0, 0, 1]
        var header: [UInt8] = [0x45, 0] + UInt16(20 + payload.count).big + [0, 0, 0, 0, 64, 17, 0, 0]
        header += loopback + loopback
        var sum = stride(from: 0, to: 20, by: 2).reduce(0) { $0 + Int(header[$1]) << 8 + Int(header[$1 + 1]) }
        while sum > 0xFFFF { sum = sum & 0xFFFF + sum >> 16 }
        header.replaceSubrange(10..<12, with: (~UInt16(sum)).big)
        return header + payload
    }
}

extension FixedWidthInteger {
    /// The bytes, least significant first.
    fileprivate var little: [UInt8] {
        stride(from: 0, to: bitWidth, by: 8).map { UInt8(truncatingIfNeeded: self >> $0) }
    }
    /// The bytes, most significant first.
    fileprivate var big: [UInt8] { little.reversed() }
}
