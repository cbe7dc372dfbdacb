/// Bytes of which only some are known.
package struct SparseBytes: Hashable, Sendable {
    private var bytes: [UInt8] = []
    /// Which offsets are known.
    package private(set) var known = Spans()

    /// Makes a space in which nothing is known.
    package init() {}

    /// Makes `bytes` known from `offset` on.
    package mutating func write(_ new: some Collection<UInt8>, at offset: Int) {
        guard !new.isEmpty else { return }
        let span = offset..<(offset + new.count)
        if bytes.count < span.upperBound {
            bytes += [UInt8](repeating: 0, count: span.upperBound - bytes.count)
        }
        bytes.replaceSubrange(span, with: new)
        known.insert(span)
    }

    /// The bytes of a span, or `nil` where one of them is not known.
    package subscript(span: Range<Int>) -> ArraySlice<UInt8>? {
        known.contains(span) ? bytes[span] : nil
    }

    /// The bytes that are known from a span's start on, up to the first that is not.
    package func prefix(of span: Range<Int>) -> ArraySlice<UInt8> {
        let start = span.lowerBound
        guard let run = known.run(holding: start) else { return [] }
        return bytes[start..<min(run.upperBound, span.upperBound)]
    }
}
