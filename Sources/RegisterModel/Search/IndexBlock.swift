package import RegisterStore

/// The entries of up to 64 people as bytes, which `PeopleQuery` searches as they are.
package struct IndexBlock: Hashable, Sendable {
    /// How many people a block has at most.
    package static let most = 64

    /// No more than `most`; a person stands in one once.
    package private(set) var entries: [IndexEntry]

    package init() { entries = [] }

    /// Whether nobody else fits.
    package var isFull: Bool { entries.count >= Self.most }

    /// Puts somebody in, in the place of what is known of the same person; `false` where the block is full.
    package mutating func put(_ entry: IndexEntry) -> Bool {
        if let place = entries.firstIndex(where: { $0.person == entry.person }) {
            entries[place] = entry
        } else if isFull {
            return false
        } else {
            entries.append(entry)
        }
        return true
    }

    /// Takes somebody out; `false` where nobody of that name is in.
    package mutating func remove(_ person: RowID) -> Bool {
        guard let place = entries.firstIndex(where: { $0.person == person }) else { return false }
        entries.remove(at: place)
        return true
    }
}

extension IndexBlock {
    /// Where a block's parts stand: a number for this layout, how many entries there are, how many bytes each kind of key
    /// takes; facts of each entry in fixed places; then of all entries the keys of one kind after the other, each ended
    /// by a zero, which no key has within.
    enum Layout {
        static let version: UInt8 = 1
        static let count = 1
        static let lengths = 2
        static let head = lengths + 2 * Names.kinds

        // Facts, from the beginning of an entry's.
        static let birth = 16
        static let sex = 20
        static let area = 21
        static let issue = 24
        static let expiry = 28
        static let facts = 32

        static let end: UInt8 = 0

        /// How many entries there are, and where the keys of each kind stand; `nil` where the bytes are no block.
        static func parts(of block: [UInt8]) -> (count: Int, keys: [Range<Int>])? {
            guard block.count >= head, block[0] == version, block[count] <= IndexBlock.most else { return nil }
            let entries = Int(block[count])
            var place = head + entries * facts
            let keys = (0..<Names.kinds).map { kind in
                let length = Int(block[lengths + 2 * kind]) << 8 | Int(block[lengths + 2 * kind + 1])
                defer { place += length }
                return place..<(place + length)
            }
            return place == block.count ? (entries, keys) : nil
        }
    }

    package var bytes: [UInt8] {
        let keys = (0..<Names.kinds).map { kind in
            entries.reduce(into: [UInt8]()) { $0 += $1.names.keys[kind] + [Layout.end] }
        }
        let lengths = keys.flatMap { [UInt8($0.count >> 8), UInt8($0.count & 0xFF)] }
        var bytes = [Layout.version, UInt8(entries.count)] + lengths
        bytes.reserveCapacity(bytes.count + entries.count * Layout.facts + keys.reduce(0) { $0 + $1.count })
        for entry in entries { bytes += entry.facts }
        for key in keys { bytes += key }
        return bytes
    }

    /// `nil` for anything but what `bytes` gives, of this version.
    package init?(bytes: [UInt8]) {
        guard let (count, ranges) = Layout.parts(of: bytes) else { return nil }
        let keys = ranges.map { range in
            bytes[range].split(separator: Layout.end, omittingEmptySubsequences: false).map(Array.init)
        }
        // What follows the last end is nothing, and is a part of its own.
        guard keys.allSatisfy({ $0.count == count + 1 && $0[count].isEmpty }) else { return nil }
        entries = []
        for place in 0..<count {
            let start = Layout.head + place * Layout.facts
            let names = Names(keys: keys.map { $0[place] })
            guard let entry = IndexEntry(facts: Array(bytes[start..<(start + Layout.facts)]), names) else { return nil }
            entries.append(entry)
        }
    }
}

extension IndexEntry {
    private typealias Layout = IndexBlock.Layout

    fileprivate var facts: [UInt8] {
        let area = area.flatMap { Int($0) } ?? 0
        return person.bytes + birth.bytes
            + [UInt8(clamping: sex), UInt8(area >> 16 & 0xFF), UInt8(area >> 8 & 0xFF), UInt8(area & 0xFF)]
            + issue.bytes
            + expiry.bytes
    }

    fileprivate init?(facts: [UInt8], _ names: Names) {
        guard let person = RowID(facts[..<Layout.birth]) else { return nil }
        let area = facts[Layout.area..<Layout.issue].reduce(0) { $0 << 8 | Int($1) }
        self.init(
            person: person, names: names, birth: PartialDay(bytes: facts, at: Layout.birth),
            sex: Int(facts[Layout.sex]),
            area: area == 0 ? nil : String(String(area + 1_000_000).suffix(6)),
            issue: PartialDay(bytes: facts, at: Layout.issue), expiry: PartialDay(bytes: facts, at: Layout.expiry))
    }
}

extension PartialDay {
    fileprivate var bytes: [UInt8] {
        [UInt8(year >> 8 & 0xFF), UInt8(year & 0xFF), UInt8(clamping: month), UInt8(clamping: day)]
    }

    fileprivate init(bytes: [UInt8], at place: Int) {
        self.init(
            year: Int(bytes[place]) << 8 | Int(bytes[place + 1]), month: Int(bytes[place + 2]),
            day: Int(bytes[place + 3]))
    }
}
