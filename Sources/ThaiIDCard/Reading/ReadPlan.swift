/// Which bytes to read next, so that the fewest READs fetch what some fields need.
///
/// The plan is worked out again after each answer, because the photo's length is only known once
/// its first bytes are. Each READ starts at the first byte that is still needed and ends with the
/// last needed one within reach: no other choice covers the fields with fewer READs. The citizen
/// ID comes first, since it stands first; deferred fields come last, which can cost one READ where
/// text behind a photo of full length could have come with the photo's end.
package struct ReadPlan: Sendable {
    private let fields: [Field]

    /// Plans for those of the fields that one applet holds.
    package init(_ fields: [Field], of applet: Applet) {
        self.fields = fields.filter { $0.applet == applet }
    }

    /// One READ to come.
    package struct Step: Hashable, Sendable {
        /// Which bytes it asks for.
        package let span: Range<Int>
        /// Whether only deferred fields still want bytes.
        package let isDeferred: Bool
    }

    /// The next READ, or `nil` once everything is known.
    package func next(after known: SparseBytes) -> Step? {
        var urgent = Spans()
        var missing = Spans()
        for field in fields {
            for gap in known.known.missing(in: field.neededSpan(in: known)) {
                missing.insert(gap)
                if !field.isDeferred { urgent.insert(gap) }
            }
        }
        guard let start = (urgent.ranges.first ?? missing.ranges.first)?.lowerBound else { return nil }
        let reach = missing.within(start..<(start + ReadCommand.longest))
        return Step(span: start..<(reach.last?.upperBound ?? start + 1), isDeferred: urgent.ranges.isEmpty)
    }

    /// Everything that the fields need, as far as can be told from what is known.
    package func needed(in known: SparseBytes) -> Spans {
        fields.reduce(into: Spans()) { $0.insert($1.neededSpan(in: known)) }
    }

    /// The part of an answer that was asked for. A READ may run across bytes that nobody wants,
    /// such as the two digits between expiry date and photo; these are not kept.
    package func wanted(of span: Range<Int>, in known: SparseBytes) -> [Range<Int>] {
        needed(in: known).within(span)
    }
}
