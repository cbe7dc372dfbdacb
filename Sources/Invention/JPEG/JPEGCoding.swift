/// A way from coefficients to a baseline JPEG file: its tables, and what they leave unsaid.
struct JPEGCoding: Sendable {
    /// The Huffman tables of a component: for differences of means, and for everything else.
    struct Tables: Sendable {
        let dc: HuffmanTable
        let ac: HuffmanTable
    }

    /// Luma's tables, then those of both chroma components where they have their own.
    let tables: [Tables]
    /// Which qualities are worth while, from the coarsest.
    let qualities: ClosedRange<Int>
    /// The most zeros in a row that the tables can pass over.
    let longestRun: Int
    /// The largest coefficient, in steps, that the tables can say.
    let largestLevel: Int32

    /// What nearly every file uses: the example tables of ISO/IEC 10918-1 Annex K.
    static let usual = JPEGCoding(
        tables: [Tables(dc: .dcLuma, ac: .acLuma), Tables(dc: .dcChroma, ac: .acChroma)],
        qualities: 16...96, longestRun: 63, largestLevel: 1023)

    /// For short files: a table of a few symbols for all components alike. A detail that these cannot
    /// say is left out.
    static let plain = JPEGCoding(
        tables: [Tables(dc: .dcPlain, ac: .acPlain)], qualities: 2...25, longestRun: 5, largestLevel: 3)

    /// For the shortest files: squares of one colour.
    static let mosaic = JPEGCoding(
        tables: [Tables(dc: .dcPlain, ac: .none)], qualities: 1...10, longestRun: -1, largestLevel: 0)

    /// All of them, from the finest.
    static let all = [usual, plain, mosaic]

    /// The quantisers at a quality, as many as there are tables.
    func quantisers(quality: Int) -> [Quantiser] {
        [Quantiser(.luma, quality: quality), Quantiser(.chroma, quality: quality)].prefix(tables.count).map { $0 }
    }
}

extension HuffmanTable {
    /// Differences of means up to ±255 steps, the small ones short.
    fileprivate static let dcPlain = HuffmanTable(
        counts: [1, 1, 1, 1, 1, 1, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0], symbols: [0, 1, 2, 3, 4, 5, 6, 7, 8])

    /// End of block, and runs of up to five zeros before ±1, ±2 or ±3.
    fileprivate static let acPlain = HuffmanTable(
        counts: [1, 1, 1, 1, 0, 2, 3, 1, 1, 1, 1, 0, 0, 0, 0, 0],
        symbols: [0x00, 0x01, 0x02, 0x11, 0x12, 0x31, 0x21, 0x41, 0x51, 0x32, 0x22, 0x52, 0x42])

    /// End of block, and nothing else.
    fileprivate static let none = HuffmanTable(
        counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], symbols: [0x00])
}
