package import CardFormats
package import DrawingProgram
package import ThaiIDCard

/// A form in which records leave, made here or by the drawing program.
package enum OutputFormat {
    case written(CardFormat)
    case drawn(DrawnFormat)

    /// Every format that can be asked for.
    package static let all = CardFormat.all.map(OutputFormat.written) + DrawnFormat.all.map(OutputFormat.drawn)

    package var name: String {
        switch self {
        case .written(let format): format.name
        case .drawn(let format): format.name
        }
    }

    package var summary: Bilingual {
        switch self {
        case .written(let format): format.summary
        case .drawn(let format): format.summary
        }
    }

    package var fileExtension: String {
        switch self {
        case .written(let format): format.fileExtension
        case .drawn(let format): format.fileExtension
        }
    }

    /// Whether a file holds one record only.
    package var holdsOne: Bool {
        switch self {
        case .written(let format): format.holdsOne
        case .drawn(let format): format.holdsOne
        }
    }

    /// Whether its bytes are nothing for a terminal.
    package var isBinary: Bool {
        switch self {
        case .written(let format): format.isBinary
        case .drawn: true
        }
    }

    /// What stands between two records of one file.
    package var separator: [UInt8] {
        switch self {
        case .written(let format): format.separator
        case .drawn: []
        }
    }

    /// The fields that it shows; `nil` for whatever is there.
    package func fields(_ options: FormatOptions) -> [Field]? {
        switch self {
        case .written(let format): format.fields(options)
        case .drawn(let format): format.fields(options)
        }
    }
}
