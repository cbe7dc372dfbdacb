/// A portrait for a terminal that is asked for.
package struct PortraitRequest: DrawingRequest {
    package static let command = "portrait"
    /// How many character cells it may be across or down.
    package static let sizes = 1...500

    package var columns: Int
    package var rows: Int
    package var mode: PortraitMode

    package init(columns: Int, rows: Int, mode: PortraitMode) {
        self.columns = columns
        self.rows = rows
        self.mode = mode
    }

    package var options: [String] { ["--mode=\(mode.rawValue)", "--columns=\(columns)", "--rows=\(rows)"] }
}

/// In which way a terminal shows pictures. The raw values are those of the command line.
package enum PortraitMode: String, Hashable, Sendable, CaseIterable {
    /// The graphics protocol of kitty.
    case kitty
    /// Inline images of iTerm2.
    case iterm
    /// DEC's six pixels a character.
    case sixel
    /// Half blocks in 24-bit colour, which are text: any terminal of these days.
    case blocks
}
