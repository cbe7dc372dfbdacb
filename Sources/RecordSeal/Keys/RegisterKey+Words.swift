internal import Crypto

/// The words by which a register key comes back from paper: 14 groups of four characters of Crockford's base 32 and
/// one that checks them.
///
/// They are the key's 256 bits and 24 of a sum. A group's last character finds each single mistake in it, each two
/// characters that changed places, and each other group in its place; the sum finds nearly all that is left.
extension RegisterKey {
    private static let (groups, size) = (14, 5)
    private static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// The words, in upper case.
    package var words: [String] {
        let values = Self.values(bytes + Self.sum(bytes))
        return (0..<Self.groups).map { group in
            let data = values[(group * 4)..<(group * 4 + 4)]
            return String(decoding: (data + [Self.check(data, group)]).map { Self.digits[Int($0)] }, as: UTF8.self)
        }
    }

    /// Reads words as people type them: in either case, `O` for `0`, `I` and `L` for `1`, in groups of any length.
    package init(words: [String]) throws(RecoveryError) {
        let groups = try Self.groups(of: words)
        var values: [UInt8] = []
        var wrong: [Int] = []
        for (index, group) in groups.enumerated() {
            if !Self.isRight(group, at: index) { wrong.append(index) }
            values += group.prefix(4)
        }
        if wrong.count == 2, Self.isRight(groups[wrong[0]], at: wrong[1]), Self.isRight(groups[wrong[1]], at: wrong[0])
        {
            throw .swapped(wrong[0] + 1, wrong[1] + 1)
        }
        if let first = wrong.first { throw .group(first + 1) }
        let whole = Self.bytes(values)
        bytes = Array(whole.prefix(Self.count))
        guard whole.dropFirst(Self.count).elementsEqual(Self.sum(bytes)) else { throw .checksum }
    }

    /// The values of the characters of each group.
    private static func groups(of words: [String]) throws(RecoveryError) -> [[UInt8]] {
        let typed = words.map { $0.utf8.filter { !" -".utf8.contains($0) } }
        let joined = Array(typed.joined())
        let groups =
            typed.count == Self.groups
            ? typed
            : stride(from: 0, to: joined.count, by: size).map { Array(joined[$0..<min($0 + size, joined.count)]) }
        guard groups.count == Self.groups else { throw .count(groups.count) }
        var values: [[UInt8]] = []
        for (index, group) in groups.enumerated() {
            let read = group.compactMap(value)
            guard group.count == size, read.count == size else { throw .group(index + 1) }
            values.append(read)
        }
        return values
    }

    private static func isRight(_ group: [UInt8], at index: Int) -> Bool { check(group.prefix(4), index) == group[4] }

    /// A sum over GF(32) (x⁵ + x² + 1) in which each place counts differently, and the group's place, too.
    private static func check(_ data: ArraySlice<UInt8>, _ group: Int) -> UInt8 {
        doubled(data.reduce(UInt8(group)) { doubled($0) ^ $1 })
    }

    private static func doubled(_ value: UInt8) -> UInt8 {
        let twice = value << 1
        return twice & 32 == 0 ? twice : twice ^ 0b10_0101
    }

    private static func value(_ character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "O"), UInt8(ascii: "o"): 0
        case UInt8(ascii: "I"), UInt8(ascii: "i"), UInt8(ascii: "L"), UInt8(ascii: "l"): 1
        case UInt8(ascii: "a")...UInt8(ascii: "z"): digits.firstIndex(of: character - 32).map(UInt8.init)
        default: digits.firstIndex(of: character).map(UInt8.init)
        }
    }

    private static func sum(_ bytes: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: Array("thaiid register recovery/1".utf8) + bytes).prefix(3))
    }

    /// Five bits a value, the first the highest.
    private static func values(_ bytes: [UInt8]) -> [UInt8] {
        regroup(bytes, from: 8, to: 5)
    }

    private static func bytes(_ values: [UInt8]) -> [UInt8] { regroup(values, from: 5, to: 8) }

    private static func regroup(_ values: [UInt8], from: Int, to: Int) -> [UInt8] {
        var (regrouped, rest, bits) = ([UInt8](), 0, 0)
        for value in values {
            (rest, bits) = (rest << from | Int(value), bits + from)
            while bits >= to {
                bits -= to
                regrouped.append(UInt8(rest >> bits))
                rest &= 1 << bits - 1
            }
        }
        return regrouped
    }
}

/// Why words are no register key; groups are counted from one.
package enum RecoveryError: Error, Hashable {
    /// There are so many groups, and not 14.
    case count(Int)
    /// This group is mistyped.
    case group(Int)
    /// These two groups stand in each other's place.
    case swapped(Int, Int)
    /// Each group by itself can be right, and all together are no key.
    case checksum
}
