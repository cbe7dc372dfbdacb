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
}
