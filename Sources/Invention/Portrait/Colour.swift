/// A colour of eight bits a component.
struct Colour: Hashable, Sendable {
    let red: Int
    let green: Int
    let blue: Int

    /// Mixes a colour.
    init(_ red: Int, _ green: Int, _ blue: Int) { (self.red, self.green, self.blue) = (red, green, blue) }

    /// A colour on the way to another one, so many hundredths of it.
    func mixed(with other: Colour, _ percent: Int) -> Colour {
        func mix(_ own: Int, _ other: Int) -> Int { own + (other - own) * percent / 100 }
        return Colour(mix(red, other.red), mix(green, other.green), mix(blue, other.blue))
    }

    /// A colour in shadow.
    func darker(_ percent: Int = 25) -> Colour { mixed(with: Colour(40, 20, 20), percent) }

    /// A colour in light.
    func lighter(_ percent: Int = 30) -> Colour { mixed(with: .white, percent) }

    /// White.
    static let white = Colour(255, 255, 255)
}

/// The components of JFIF (version 1.02, page 3), in parts of 2¹⁶ of the coefficients given there.
extension Colour {
    /// Y.
    var luma: UInt8 { Self.component(19_595 * red + 38_470 * green + 7_471 * blue) }
    /// Cb.
    var blueDifference: UInt8 { Self.component(128 << 16 - 11_059 * red - 21_709 * green + 32_768 * blue) }
    /// Cr.
    var redDifference: UInt8 { Self.component(128 << 16 + 32_768 * red - 27_439 * green - 5_329 * blue) }

    private static func component(_ value: Int) -> UInt8 { UInt8(min(max((value + 1 << 15) >> 16, 0), 255)) }
}
