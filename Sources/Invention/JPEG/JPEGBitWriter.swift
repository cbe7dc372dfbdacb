/// Writes the entropy-coded bytes of a scan (ISO/IEC 10918-1 F.1.2.3).
struct JPEGBitWriter {
    /// What has been written: whole bytes only.
    private(set) var bytes: [UInt8]
    private var waiting: UInt64 = 0
    private var waitingCount: UInt32 = 0

    /// Goes on after a header.
    init(after header: [UInt8]) {
        bytes = header
        bytes.reserveCapacity(8192)
    }

    /// Appends a symbol's code and the bits that follow it, at most 32 together.
    mutating func write(_ code: HuffmanTable.Code, _ extra: UInt32 = 0, _ extraCount: UInt32 = 0) {
        let count = code.count &+ extraCount
        waiting = waiting &<< UInt64(count) | UInt64(code.bits &<< extraCount | extra)
        waitingCount &+= count
        while waitingCount >= 8 {
            waitingCount &-= 8
            append(UInt8(truncatingIfNeeded: waiting &>> UInt64(waitingCount)))
        }
    }

    /// Fills the last byte up with ones, and ends the file (EOI).
    mutating func finish() {
        if waitingCount > 0 {
            let fill = 8 - waitingCount
            write(HuffmanTable.Code(bits: 1 &<< fill &- 1, count: fill))
        }
        bytes += [0xFF, 0xD9]
    }

    /// A byte of ones is followed by a zero, so that nobody takes it for a marker (B.1.1.5).
    private mutating func append(_ byte: UInt8) {
        bytes.append(byte)
        if byte == 0xFF { bytes.append(0x00) }
    }
}
