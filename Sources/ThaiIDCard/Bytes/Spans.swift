/// A set of offsets, kept as ranges in order. (The standard library's `RangeSet` does the same for
/// any index type, at twenty times the cost: planning a read took longer than the rest of it.)
public struct Spans: Hashable, Sendable {
    /// The ranges: in order, apart from one another, none empty.
    public private(set) var ranges: [Range<Int>] = []

    /// The empty set.
    public init() {}

    /// How many offsets the set holds.
    public var count: Int { ranges.reduce(0) { $0 + $1.count } }

    /// Whether the set holds all of a span.
    public func contains(_ span: Range<Int>) -> Bool {
        span.isEmpty || run(holding: span.lowerBound).map { span.upperBound <= $0.upperBound } ?? false
    }

    /// The range that an offset lies in.
    public func run(holding offset: Int) -> Range<Int>? {
        let index = firstRange(endingAfter: offset)
        return index < ranges.endIndex && ranges[index].contains(offset) ? ranges[index] : nil
    }

    /// Adds offsets.
    public mutating func insert(_ span: Range<Int>) {
        guard !span.isEmpty else { return }
        var merged = span
        let first = firstRange(endingAfter: span.lowerBound - 1)
        var end = first
        while end < ranges.endIndex, ranges[end].lowerBound <= span.upperBound {
            merged = min(merged.lowerBound, ranges[end].lowerBound)..<max(merged.upperBound, ranges[end].upperBound)
            end += 1
        }
        ranges.replaceSubrange(first..<end, with: CollectionOfOne(merged))
    }

    /// The part of a span that is in the set.
    public func within(_ span: Range<Int>) -> [Range<Int>] {
        overlapping(span).map { $0.clamped(to: span) }
    }

    /// The part of a span that is not in the set.
    public func missing(in span: Range<Int>) -> [Range<Int>] {
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
        let rest = ranges[firstRange(endingAfter: span.lowerBound)...]
        return span.isEmpty ? [] : rest.prefix { $0.lowerBound < span.upperBound }
    }

    /// Where the first range is that ends beyond an offset, found by halving: a forged card can
    /// break a space of 65,536 offsets into as many ranges as it likes.
    private func firstRange(endingAfter offset: Int) -> Int {
        var (low, high) = (ranges.startIndex, ranges.endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if ranges[middle].upperBound > offset { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
