/// A picture in the colours of JFIF, drawn with flat shapes.
struct Picture: Sendable {
    /// Brightness, a sample a pixel.
    private(set) var luma: Plane
    /// How blue: a sample for 2 × 2 pixels.
    private(set) var blue: Plane
    /// How red: a sample for 2 × 2 pixels.
    private(set) var red: Plane

    /// Makes a picture of one colour, of at least so many pixels, and as many more as fill units of
    /// 16 × 16.
    init(width: Int, height: Int, _ colour: Colour) {
        let (width, height) = ((width + 15) / 16 * 16, (height + 15) / 16 * 16)
        luma = Plane(width: width, height: height, pixels: 1, value: colour.luma)
        blue = Plane(width: width, height: height, pixels: 2, value: colour.blueDifference)
        red = Plane(width: width, height: height, pixels: 2, value: colour.redDifference)
    }

    /// Fills an outline.
    ///
    /// - Parameter opacity: up to 256, with which it covers what is there.
    mutating func fill(_ outline: Outline, _ colour: Colour, opacity: Int = 256) {
        luma.fill(outline, with: colour.luma, opacity: opacity)
        blue.fill(outline, with: colour.blueDifference, opacity: opacity)
        red.fill(outline, with: colour.redDifference, opacity: opacity)
    }
}
