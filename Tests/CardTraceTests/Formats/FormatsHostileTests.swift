import CardTrace
import Pseudonyms
import TestSupport
import Testing

/// Files that are damaged, cut short or made up: read or refused, never a crash.
@Suite struct FormatsHostileTests {
    private static func tryOut(_ bytes: [UInt8], _ format: TraceFormat) {
        _ = TraceFormat.recognise(bytes)
        do throws(TraceSyntaxError) {
            let reading = try format.read(bytes)
            let own = TraceFormat.thaiid.write(reading.trace)
            let again = try TraceFormat.thaiid.read(own?.bytes ?? [])
            #expect(again.trace.exchanges.map(\.command) == reading.trace.exchanges.map(\.command))
            for format in TraceFormat.allCases { _ = format.write(reading.trace) }
        } catch {
            #expect(error.line >= 1 && error.column >= 1 && !error.expected.isEmpty)
            #expect(!error.expected.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F })
        }
    }

    @Test(arguments: FormatSamples.texts.indices)
    func damagedFilesAreReadOrRefused(_ index: Int) {
        let (format, text) = FormatSamples.texts[index]
        var random = SeededGenerator(seed: UInt64(index))
        let sample = Array(text.utf8)
        for _ in 0..<1500 {
            var bytes = sample
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<5, using: &random) {
                case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
                case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                case 2: bytes.remove(at: place)
                case 3: bytes.insert(contentsOf: random.bytes(3), at: place)
                default:
                    let end = min(bytes.count, place + Int.random(in: 1...60, using: &random))
                    bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
                }
                if bytes.isEmpty { bytes = [0x0A] }
            }
            Self.tryOut(bytes, format)
        }
    }

    @Test(arguments: FormatSamples.texts.indices)
    func prefixesAreReadOrRefused(_ index: Int) {
        let (format, text) = FormatSamples.texts[index]
        let sample = Array(text.utf8)
        for count in stride(from: 0, through: sample.count, by: 3) { Self.tryOut(Array(sample.prefix(count)), format) }
    }

    @Test func anyBytesAreReadOrRefused() {
        var random = SeededGenerator(seed: 21)
        let readable = TraceFormat.allCases.filter(\.canRead)
        let lines = FormatSamples.texts.flatMap { $0.text.split(separator: "\n").map { Array($0.utf8) } }
        for _ in 0..<4000 {
            var bytes = random.bytes(.random(in: 0...12, using: &random))
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                bytes += lines.randomElement(using: &random) ?? []
                bytes.append(0x0A)
            }
            for format in readable { Self.tryOut(bytes, format) }
        }
    }

    @Test func cutFilesOfFormatsWithAnEndAreErrors() {
        let sample = Array(FormatSamples.cardpeek.utf8)
        for count in 0..<(sample.count - 1) {
            #expect(throws: TraceSyntaxError.self) { try TraceFormat.cardpeek.read(Array(sample.prefix(count))) }
        }
    }
}
