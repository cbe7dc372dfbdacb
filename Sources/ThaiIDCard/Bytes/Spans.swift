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
        span.isEmpty || ranges.contains { $0.lowerBound <= span.lowerBound && span.upperBound <= $0.upperBound }
    }

    /// Adds offsets.
    public mutating func insert(_ span: Range<Int>) {
        guard !span.isEmpty else { return }
        var merged = span
        let first = ranges.firstIndex { $0.upperBound >= span.lowerBound } ?? ranges.endIndex
        var end = first
        while end < ranges.endIndex, ranges[end].lowerBound <= span.upperBound {
            merged = min(merged.lowerBound, ranges[end].lowerBound)..<max(merged.upperBound, ranges[end].upperBound)
            end += 1
        }
        ranges.replaceSubrange(first..<end, with: CollectionOfOne(merged))
    }

    /// The part of a span that is in the set.
    public func within(_ span: Range<Int>) -> [Range<Int>] {
        ranges.filter { $0.overlaps(span) }.map { $0.clamped(to: span) }
    }

    /// The part of a span that is not in the set.
    public func missing(in span: Range<Int>) -> [Range<Int>] {
        var gaps: [Range<Int>] = []
        var start = span.lowerBound
        for range in ranges where range.overlaps(span) {
            if range.lowerBound > start { gaps.append(start..<range.lowerBound) }
            start = range.upperBound
        }
        if start < span.upperBound { gaps.append(start..<span.upperBound) }
        return gaps
    }
}
