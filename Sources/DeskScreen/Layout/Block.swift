/// Lines that belong together, and how soon they are left out where there is no room for all.
struct Block {
    /// The first of these stay the longest.
    enum Rank: Int, Comparable {
        case first, second, deeds, details, notes, others, gap

        static func < (one: Rank, other: Rank) -> Bool { one.rawValue < other.rawValue }
    }

    var lines: [ScreenLine]
    let rank: Rank

    init(_ rank: Rank, _ lines: [ScreenLine]) { (self.rank, self.lines) = (rank, lines) }

    /// An empty line.
    static var gap: Block { Block(.gap, [ScreenLine()]) }

    /// As many of the lines as there is room for, in their order; a mark shows where something is left out of
    /// what is said in several lines.
    static func fitted(_ blocks: [Block], rows: Int) -> [ScreenLine] {
        var blocks = blocks
        var surplus = blocks.reduce(0) { $0 + $1.lines.count } - rows
        while surplus > 0,
            let index = blocks.indices.filter({ !blocks[$0].lines.isEmpty }).max(by: { one, other in
                (blocks[one].rank, one) < (blocks[other].rank, other)
            })
        {
            let left = blocks[index].lines.count - min(surplus, blocks[index].lines.count)
            surplus -= blocks[index].lines.count - left
            if blocks[index].rank == .deeds {
                // The last that was done is what is waited for.
                blocks[index].lines = Array(blocks[index].lines.suffix(left))
            } else {
                blocks[index].lines = Array(blocks[index].lines.prefix(left))
                if left > 0 { blocks[index].lines[left - 1] = blocks[index].lines[left - 1] + ScreenLine(" …") }
            }
        }
        return blocks.flatMap(\.lines)
    }
}
