/// What somebody may have meant who wrote a name that there is not.
enum NearestName {
    /// The one of these that is most like it; `nil` where none is like it at all. Capitals, dashes and
    /// underscores are no difference.
    static func of(_ name: String, among names: [String]) -> String? {
        let asked = plain(name)
        guard asked.count <= 64 else { return nil }
        let near = names.map { (name: $0, distance: distance(asked, plain($0))) }.min { $0.distance < $1.distance }
        guard let near, near.distance <= max(1, asked.count / 3), near.distance < near.name.count else { return nil }
        return near.name
    }

    private static func plain(_ name: String) -> [Unicode.Scalar] {
        name.lowercased().unicodeScalars.filter { $0 != "-" && $0 != "_" }
    }

    /// How many letters have to be added, left out, put for others, or swapped with the next.
    private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
        var (before, last) = ([Int](), Array(0...other.count))
        for (row, letter) in one.enumerated() {
            var next = [row + 1]
            for column in other.indices {
                var least = min(
                    last[column] + (letter == other[column] ? 0 : 1), last[column + 1] + 1, next[column] + 1)
                if row > 0, column > 0, letter == other[column - 1], one[row - 1] == other[column] {
                    least = min(least, before[column - 1] + 1)
                }
                next.append(least)
            }
            (before, last) = (last, next)
        }
        return last[other.count]
    }
}
