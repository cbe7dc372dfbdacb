/// In which way a terminal shows pictures. The raw values are those of the command line.
public enum PortraitMode: String, Hashable, Sendable, CaseIterable {
    /// The graphics protocol of kitty.
    case kitty
    /// Inline images of iTerm2.
    case iterm
    /// DEC's six pixels a character.
    case sixel
    /// Half blocks in 24-bit colour, which are text: any terminal of these days.
    case blocks
}
