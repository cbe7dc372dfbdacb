package import CardRecord

/// The name of an entry of the spool: of which read, and which of its actions. It says nothing of the card.
package struct EntryName: Hashable, Sendable, Comparable, CustomStringConvertible {
    private static let suffix = ".entry"

    package let read: ReadID
    let number: Int

    init(read: ReadID, number: Int) { (self.read, self.number) = (read, number) }

    /// Takes what a person types, or the name of a file; `nil` for anything else.
    package init?(_ text: String) {
        let name = text.hasSuffix(Self.suffix) ? String(text.dropLast(Self.suffix.count)) : text
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let read = ReadID(String(parts[0])), let number = Int(parts[1]), number >= 0,
            String(number) == parts[1]
        else { return nil }
        self.init(read: read, number: number)
    }

    /// `01JDQ2V8T5ABCDEFGHJKMNPQRS-0`
    package var description: String { "\(read)-\(number)" }

    var file: String { description + Self.suffix }

    package static func < (one: EntryName, other: EntryName) -> Bool {
        (one.read.description, one.number) < (other.read.description, other.number)
    }
}
