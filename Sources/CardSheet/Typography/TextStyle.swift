/// How a text looks. Sizes are those of Laksaman, the font of Thai official letters, in points; other
/// families are scaled until their consonants are as high.
struct TextStyle: Hashable, Sendable {
    /// Where lines begin or end.
    enum Alignment: Hashable, Sendable {
        case left
        case centre
        case right
    }

    /// The size that is wanted.
    var size: Double
    /// The size below which a text is cut off rather than set smaller.
    var minimum: Double
    var isBold = false
    /// 0 is black, 1 is paper.
    var grey = 0.0
    var alignment = Alignment.left
    /// What stands between parts that are not broken in two where that saves no line: a name's words,
    /// an address's parts. Elsewhere lines end where the language lets them.
    var separator: String?
}

extension TextStyle {
    /// The same style for a text whose parts stay whole where they can.
    func keepingWhole(between separator: String) -> TextStyle {
        var style = self
        style.separator = separator
        return style
    }
}
