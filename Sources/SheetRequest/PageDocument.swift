package import ThaiIDCard

/// What stands on pages that are no sheet of a card, in the order in which it is read. Knows no places.
package struct PageDocument: Hashable, Sendable {
    /// One part of it.
    package enum Block: Hashable, Sendable {
        /// The title of what follows.
        case heading(String)
        case paragraph(String)
        /// What something is called, and what it is.
        case fields([LabelledValue])
        case list([String], isNumbered: Bool)
        case table(columns: [String], rows: [[String]])
        /// Short texts to be typed in again, in letters of one width, each with its number.
        case groups([String])
        /// A QR code of a text, with what it is beside it.
        case code(String, caption: String)
        /// The photo of a card, a JPEG file, with whose it is beside it.
        case photo([UInt8], caption: String)
    }

    package struct LabelledValue: Hashable, Sendable {
        package let label: String
        package let value: String

        package init(_ label: String, _ value: String) { (self.label, self.value) = (label, value) }
    }

    package var title: String
    package var subtitle: String?
    /// What stands at the foot of every page, beside its number.
    package var footer: String?
    /// When it was made. It bears no other time, and so has the same bytes when it is made again.
    package var at: Moment
    package var blocks: [Block]

    package init(title: String, subtitle: String? = nil, footer: String? = nil, at: Moment, blocks: [Block]) {
        (self.title, self.subtitle, self.footer) = (title, subtitle, footer)
        (self.at, self.blocks) = (at, blocks)
    }

    // MARK: - Limits

    /// Most characters (Unicode scalars) of a title, a foot, or a group.
    static let longestLine = 200
    /// Most characters of any other text; what is longer comes in several paragraphs.
    static let longestText = 2_000
    /// Most bytes of a text in a code, which then has modules of 0.7 mm.
    static let longestCode = 800
    /// Most columns of a table.
    static let mostColumns = 8
}
