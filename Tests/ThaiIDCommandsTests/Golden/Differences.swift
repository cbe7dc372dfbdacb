/// What makes one list of lines of another: lines without numbers, each found by what it says.
///
///     - a line that goes      (- ⋮ between two: all between them go, too)
///     + a line that comes
///     ~ its head: a line that says something else behind the colon than the one with this head
///       a line that stays, where it takes one to say which is meant or where one comes
struct Differences {
    private(set) var lines: [String] = []
    private static let gap = "⋮"

    /// The steps from one list to the other.
    init(from base: [String], to target: [String]) {
        var gone: Set<Int> = []
        var come: Set<Int> = []
        for change in target.map(Self.head).difference(from: base.map(Self.head)) {
            switch change {
            case .remove(let offset, _, _): gone.insert(offset)
            case .insert(let offset, _, _): come.insert(offset)
            }
        }
        var (index, other, cursor) = (0, 0, 0)
        while index < base.count || other < target.count {
            if gone.contains(index) {
                let end = (index...).first { !gone.contains($0) } ?? base.count
                cursor = remove(index..<end, of: base, from: cursor)
                index = end
            } else if come.contains(other) {
                cursor = reach(index, of: base, from: cursor) { _ in false }
                lines.append("+ \(target[other])")
                other += 1
            } else {
                // By bytes: two texts may be equal for Unicode and differ.
                if !base[index].utf8.elementsEqual(target[other].utf8) {
                    let head = Self.head(target[other])
                    cursor = reach(index, of: base, from: cursor) { Self.head($0) == head } + 1
                    lines.append("~ \(target[other])")
                }
                (index, other) = (index + 1, other + 1)
            }
        }
    }

    /// Notes that lines go, and returns where the next step begins.
    private mutating func remove(_ range: Range<Int>, of base: [String], from start: Int) -> Int {
        let last = base[range.upperBound - 1]
        var cursor = reach(range.lowerBound, of: base, from: start) { $0 == base[range.lowerBound] }
        if range.count > 3, base[(range.lowerBound + 1)...].firstIndex(of: last) == range.upperBound - 1 {
            lines += ["- \(base[range.lowerBound])", "- \(Self.gap)", "- \(last)"]
            return range.upperBound
        }
        for index in range {
            cursor = reach(index, of: base, from: cursor) { $0 == base[index] } + 1
            lines.append("- \(base[index])")
        }
        return cursor
    }

    /// Notes lines that stay, as many as it takes for the next one of this kind to be the one that is meant.
    private mutating func reach(
        _ index: Int, of base: [String], from start: Int, _ isMeant: (String) -> Bool
    ) -> Int {
        var cursor = start
        while cursor < index, base[cursor...].firstIndex(where: isMeant) != index {
            let near = (cursor..<index).last { base[cursor...].firstIndex(of: base[$0]) == $0 } ?? cursor
            lines.append("  \(base[near])")
            cursor = near + 1
        }
        return index
    }

    /// What the steps make of a list; `nil` where they do not fit it.
    func applied(to base: [String]) -> [String]? {
        var (result, cursor, cutsGap): ([String], Int, Bool) = ([], 0, false)
        for line in lines {
            let text = String(line.unicodeScalars.dropFirst(2))
            if line.hasPrefix("+") {
                result.append(text)
                continue
            }
            if line == "- \(Self.gap)" {
                cutsGap = true
                continue
            }
            let isMeant: (String) -> Bool =
                line.hasPrefix("~") ? { Self.head($0) == Self.head(text) } : { $0 == text }
            guard let index = base[cursor...].firstIndex(where: isMeant) else { return nil }
            if !cutsGap { result += base[cursor..<index] }
            if line.hasPrefix("~") { result.append(text) }
            if line.hasPrefix(" ") { result.append(base[index]) }
            (cursor, cutsGap) = (index + 1, false)
        }
        return result + base[cursor...]
    }

    /// What a line is known by: its label, path or property, or all of it.
    private static func head(_ line: String) -> String {
        String(line.unicodeScalars.prefix { $0 != ":" })
    }
}
