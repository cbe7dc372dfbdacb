/// A Huffman table: which bits stand for which symbol (ISO/IEC 10918-1 Annex C).
struct HuffmanTable: Sendable {
    /// How many codes there are of each length, 1 to 16 bits (BITS).
    let counts: [UInt8]
    /// The symbols in the order of their codes (HUFFVAL).
    let symbols: [UInt8]
    /// Each symbol's code; one of no bits where the table lacks the symbol.
    private let codes: [Code]

    /// A symbol's bits, right-aligned.
    struct Code: Sendable {
        var bits: UInt32 = 0
        var count: UInt32 = 0
    }

    /// Gives codes to symbols: one more than the last, longer by as many zeros (C.2).
    init(counts: [UInt8], symbols: [UInt8]) {
        self.counts = counts
        self.symbols = symbols
        var codes = [Code](repeating: Code(), count: 256)
        var (bits, next) = (UInt32(0), 0)
        for (length, count) in counts.enumerated() {
            for symbol in symbols[next..<(next + Int(count))] {
                codes[Int(symbol)] = Code(bits: bits, count: UInt32(length + 1))
                bits += 1
            }
            next += Int(count)
            bits <<= 1
        }
        self.codes = codes
    }

    /// The code of a symbol.
    subscript(symbol: Int) -> Code { codes[symbol] }

    /// The table as a DHT segment holds it, after its class and number (B.2.4.2).
    var bytes: [UInt8] { counts + symbols }
}
