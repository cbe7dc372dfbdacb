/// The source of everything that is invented here: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
///
/// It is written out, and so is the way from its bits to numbers, because the same seed must give
/// the same people for ever: what the standard library makes of a generator's bits may change.
package struct SplitMix64: Sendable {
    private var state: UInt64

    /// Starts a sequence; every seed gives another one.
    package init(seed: UInt64) { state = seed }

    /// Starts the sequence that belongs to some numbers in this order, near to no other's.
    package init(_ numbers: UInt64...) {
        state = numbers.reduce(0) { Self.mixed($0 &+ $1 &+ Self.step) }
    }

    /// The next 64 bits.
    package mutating func next() -> UInt64 {
        state &+= Self.step
        return Self.mixed(state)
    }

    /// A number from 0 up to, but not including, `bound`.
    package mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A number of a range.
    package mutating func number(in range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// One element of many.
    package mutating func element<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }

    /// Whether something happens that happens so often among a thousand.
    package mutating func happens(_ perThousand: Int) -> Bool { below(1000) < perThousand }

    /// One of some values, each as likely as its weight is heavy.
    package mutating func weighted<Value>(_ choices: [(weight: Int, value: Value)]) -> Value {
        var rest = below(choices.reduce(0) { $0 + $1.weight })
        var index = 0
        while rest >= choices[index].weight {
            rest -= choices[index].weight
            index += 1
        }
        return choices[index].value
    }

    /// A whole number of `count` decimal digits, zeros in front.
    package mutating func digits(_ count: Int) -> String {
        (0..<count).map { _ in String(below(10)) }.joined()
    }

    /// The golden ratio's fraction, odd.
    private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Stafford's thirteenth mixer: one-to-one, and every bit depends on every other.
    private static func mixed(_ number: UInt64) -> UInt64 {
        var bits = number
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
