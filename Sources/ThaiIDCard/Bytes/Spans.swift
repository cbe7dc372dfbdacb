/// A set of offsets, kept as ranges in order. (The standard library's `RangeSet` does the same for
/// any index type, at twenty times the cost: planning a read took longer than the rest of it.)
package struct Spans: Sendable {
    /// The ranges, after some room for more in front of them: a forged recording gives a card's bytes
    /// from the last to the first.
    private var storage: [Range<Int>] = []
    private var start = 0

    /// The empty set.
    package init() {}

    /// The ranges: in order, apart from one another, none empty.
    package var ranges: ArraySlice<Range<Int>> { storage[start...] }

    /// How many offsets the set holds.
    package var count: Int { ranges.reduce(0) { $0 + $1.count } }

    /// Whether the set holds all of a span.
    package func contains(_ span: Range<Int>) -> Bool {
        span.isEmpty || run(holding: span.lowerBound).map { span.upperBound <= $0.upperBound } ?? false
    }

    /// The range that an offset lies in.
    package func run(holding offset: Int) -> Range<Int>? {
        let index = firstRange(endingAfter: offset)
        return index < storage.endIndex && storage[index].contains(offset) ? storage[index] : nil
    }

    /// Adds offsets.
    package mutating func insert(_ span: Range<Int>) {
        guard !span.isEmpty else { return }
        var merged = span
        let first = firstRange(endingAfter: span.lowerBound - 1)
        var end = first
        while end < storage.endIndex, storage[end].lowerBound <= span.upperBound {
            merged = min(merged.lowerBound, storage[end].lowerBound)..<max(merged.upperBound, storage[end].upperBound)
            end += 1
        }
        if end == first, first - start < storage.endIndex - first {
            insertFromTheFront(merged, at: first)
        } else {
            storage.replaceSubrange(first..<end, with: CollectionOfOne(merged))
        }
    }

    /// Makes room for a range by moving those before it, which are fewer than those behind it.
    private mutating func insertFromTheFront(_ range: Range<Int>, at index: Int) {
        var index = index
        if start == 0 {
            let room = max(8, storage.count)
            storage.insert(contentsOf: repeatElement(0..<0, count: room), at: 0)
            (start, index) = (room, index + room)
        }
        for moved in start..<index { storage[moved - 1] = storage[moved] }
        storage[index - 1] = range
        start -= 1
    }

    /// The part of a span that is in the set.
    package func within(_ span: Range<Int>) -> [Range<Int>] {
        overlapping(span).map { $0.clamped(to: span) }
    }

    /// The part of a span that is not in the set.
    package func missing(in span: Range<Int>) -> [Range<Int>] {
        var gaps: [Range<Int>] = []
        var start = span.lowerBound
        for range in overlapping(span) {
            if range.lowerBound > start { gaps.append(start..<range.lowerBound) }
            start = range.upperBound
        }
        if start < span.upperBound { gaps.append(start..<span.upperBound) }
        return gaps
    }

    private func overlapping(_ span: Range<Int>) -> ArraySlice<Range<Int>> {
        let rest = storage[firstRange(endingAfter: span.lowerBound)...]
        return span.isEmpty ? [] : rest.prefix { $0.lowerBound < span.upperBound }
    }

    /// Where the first range is that ends beyond an offset, found by halving: a forged card can
    /// break a space of 65,536 offsets into as many ranges as it likes.
    private func firstRange(endingAfter offset: Int) -> Int {
        var (low, high) = (start, storage.endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if storage[middle].upperBound > offset { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension Spans: Hashable {
    package static func == (one: Spans, other: Spans) -> Bool { one.ranges == other.ranges }
    package func hash(into hasher: inout Hasher) { hasher.combine(ranges) }
}
