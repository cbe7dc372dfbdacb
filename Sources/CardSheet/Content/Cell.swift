/// A label and what stands under it.
struct Cell: Hashable, Sendable {
    /// What kind of value it is, which decides how large it is set.
    enum Kind: Hashable, Sendable {
        /// The citizen ID.
        case number
        /// A name.
        case name
        /// Any other value.
        case plain
        /// What stands beside the data: times, reader, program.
        case small
    }

    /// The field, or the part of the sheet, for reports.
    let name: String
    let label: String
    let value: String
    /// A second line in smaller type.
    var note: String?
    /// Whether the note is something that nobody may overlook.
    var isNoteStrong = false
    var kind = Kind.plain
    /// Whether there is a value: what stands in its place is set in grey.
    var isValue = true
}
