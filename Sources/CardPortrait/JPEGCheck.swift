/// Says of a JPEG file whether it is one that a card would hold, without decoding anything.
///
/// The files that make decoders allocate gigabytes or run for minutes are legal JPEG: progressive, of
/// many scans, of absurd sizes. A portrait is none of that. Markers are those of ISO/IEC 10918-1 table
/// B.1; every step moves on by at least a byte, so the walk ends with the file.
struct JPEGCheck {
    /// Most bytes of a file: a card's photo has 5,118 at most.
    static let byteLimit = 65_536
    /// Most pixels of a side.
    static let sideLimit = 1_024

    /// What the file is, where it passed.
    struct Passed: Hashable, Sendable {
        let width: Int
        let height: Int
    }

    private let bytes: [UInt8]
    private var index = 2
    private var frame: (width: Int, height: Int, components: Int)?

    /// - Throws: `progressive` or `refused` for a kind of file that is not decoded, `damaged` for one that is no whole JPEG file.
    static func check(_ jpeg: [UInt8]) throws(PortraitAbsence) -> Passed {
        var check = JPEGCheck(bytes: jpeg)
        return try check.walk()
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func walk() throws(PortraitAbsence) -> Passed {
        guard bytes.count <= Self.byteLimit else { throw .refused }
        guard bytes.starts(with: [0xFF, 0xD8]) else { throw .damaged }
        while true {
            switch try marker() {
            case 0xC0: try takeFrame(try segment())
            case 0xDA:
                let scan = try segment()
                guard let frame else { throw .damaged }
                guard scan.first.map(Int.init) == frame.components else { throw .refused }
                try passScan()
                try passEnd()
                return Passed(width: frame.width, height: frame.height)
            case 0xC4, 0xDB, 0xDD, 0xE0...0xEF, 0xFE: _ = try segment()
            case 0x01, 0xD0...0xD9: throw .damaged
            // SOF2, and its kin with differential or arithmetic coding.
            case 0xC2, 0xC6, 0xCA, 0xCE: throw .progressive
            default: throw .refused
            }
        }
    }

    /// The code after `FF`, of which any number may stand before it.
    private mutating func marker() throws(PortraitAbsence) -> UInt8 {
        guard index < bytes.count, bytes[index] == 0xFF else { throw .damaged }
        while index < bytes.count, bytes[index] == 0xFF { index += 1 }
        guard index < bytes.count else { throw .damaged }
        defer { index += 1 }
        return bytes[index]
    }

    /// What follows a marker, its length left out.
    private mutating func segment() throws(PortraitAbsence) -> ArraySlice<UInt8> {
        guard index + 2 <= bytes.count else { throw .damaged }
        let length = Int(bytes[index]) << 8 | Int(bytes[index + 1])
        guard length >= 2, index + length <= bytes.count else { throw .damaged }
        defer { index += length }
        return bytes[(index + 2)..<(index + length)]
    }

    /// Frame header: precision, height, width, then three bytes a component (B.2.2).
    private mutating func takeFrame(_ segment: ArraySlice<UInt8>) throws(PortraitAbsence) {
        let header = Array(segment)
        guard frame == nil, header.count >= 6, header.count == 6 + 3 * Int(header[5]) else { throw .damaged }
        let (height, width) = (Int(header[1]) << 8 | Int(header[2]), Int(header[3]) << 8 | Int(header[4]))
        let sides = 1...Self.sideLimit
        guard header[0] == 8, sides.contains(width), sides.contains(height), [1, 3].contains(header[5]) else {
            throw .refused
        }
        frame = (width, height, Int(header[5]))
    }

    /// The one scan: nothing but data, stuffed zeros and restarts up to another marker.
    private mutating func passScan() throws(PortraitAbsence) {
        while index + 1 < bytes.count {
            switch (bytes[index], bytes[index + 1]) {
            case (0xFF, 0x00), (0xFF, 0xD0...0xD7): index += 2
            case (0xFF, 0xFF): index += 1
            case (0xFF, _): return
            default: index += 1
            }
        }
        throw .damaged
    }

    /// Comments may follow the scan; then the image ends, and the file with it.
    private mutating func passEnd() throws(PortraitAbsence) {
        while true {
            switch try marker() {
            case 0xFE, 0xE0...0xEF: _ = try segment()
            case 0xD9:
                guard index == bytes.count else { throw .damaged }
                return
            default: throw .refused
            }
        }
    }
}
