/// Finds which name somebody meant.
package enum NearestName {
    /// The name that is at most two letters off, or that begins with what was typed; `nil` where none does.
    package static func of(_ typed: String, among names: [String]) -> String? {
        guard !typed.isEmpty else { return nil }
        let near = names.map { (name: $0, distance: distance(typed, $0)) }
            .filter { $0.distance <= 2 && $0.distance < $0.name.count }
        return near.min { $0.distance < $1.distance }?.name ?? names.first { $0.hasPrefix(typed) }
    }

    /// How many letters are to be put in, left out, put for another or changed with their neighbour.
    private static func distance(_ one: String, _ other: String) -> Int {
        let (one, other) = (Array(one), Array(other))
        var (before, last) = ([Int](), Array(0...other.count))
        for row in one.indices {
            var next = [row + 1]
            for column in other.indices {
                let isSame = one[row] == other[column]
                var least = min(last[column + 1] + 1, next[column] + 1, last[column] + (isSame ? 0 : 1))
                if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
                    least = min(least, before[column - 1] + 1)
                }
                next.append(least)
            }
            (before, last) = (last, next)
        }
        return last[other.count]
    }
}
