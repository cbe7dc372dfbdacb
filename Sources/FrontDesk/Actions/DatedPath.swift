/// The path of a file of which there may be one a day: `visits-{date}.csv`.
package struct DatedPath: Hashable, Sendable {
    private static let date = "{date}"

    /// As it was written.
    package let text: String

    /// `nil` where there is anything in braces but the date.
    package init?(_ text: String) {
        let rest = text.split(separator: Self.date, omittingEmptySubsequences: false).joined()
        guard !text.isEmpty, !text.hasSuffix("/"), !rest.contains("{"), !rest.contains("}") else { return nil }
        self.text = text
    }

    /// The file of a day.
    ///
    /// - Parameter day: `2026-11-23`.
    package func path(on day: String) -> String {
        text.split(separator: Self.date, omittingEmptySubsequences: false).joined(separator: day)
    }

    /// The part of the name behind its last dot; `nil` where there is none.
    package var fileExtension: String? {
        guard let name = text.split(separator: "/").last, let dot = name.lastIndex(of: "."), dot > name.startIndex
        else {
            return nil
        }
        return String(name[name.index(after: dot)...])
    }
}
