package import SheetRequest

/// Knows what a terminal shows, and what to write so that it shows something else.
package struct ScreenPainter: Sendable {
    /// What takes kitty's pictures away, which text does not cover.
    package static let noPictures = "\u{1B}_Ga=d,d=A\u{1B}\\"

    /// A picture that is there, and where.
    package struct Portrait: Hashable, Sendable {
        package let place: PortraitPlace
        package let bytes: [UInt8]

        package init(place: PortraitPlace, bytes: [UInt8]) { (self.place, self.bytes) = (place, bytes) }

        var rows: Range<Int> { place.row..<(place.row + place.rows) }
    }

    private let isColoured: Bool
    private let mode: PortraitMode?
    private var lines: [ScreenLine] = []
    private var portraits: [Portrait] = []

    /// - Parameter mode: how the terminal shows pictures, where it does.
    package init(isColoured: Bool, mode: PortraitMode?) { (self.isColoured, self.mode) = (isColoured, mode) }

    /// The terminal has been emptied.
    package mutating func forget() { (lines, portraits) = ([], []) }

    /// What to write for lines and pictures to be shown: each line that is another one whole, after what was there
    /// is erased, and then the pictures that have come or were touched by that.
    package mutating func bytes(showing lines: [ScreenLine], _ portraits: [Portrait]) -> [UInt8] {
        let gone = self.portraits.filter { !portraits.contains($0) }
        var written: Set<Int> = []
        var output: [UInt8] = []
        if mode == .kitty, !gone.isEmpty {
            output += Self.noPictures.utf8
            self.portraits = []
        }
        for (row, line) in lines.enumerated() {
            let isSame = row < self.lines.count && self.lines[row] == line
            guard !isSame || gone.contains(where: { $0.rows.contains(row) }) else { continue }
            written.insert(row)
            output += Self.position(row, 0).utf8
            output += "\u{1B}[0m\u{1B}[K".utf8
            output += text(line).utf8
        }
        for portrait in portraits
        where !self.portraits.contains(portrait) || mode != .kitty && portrait.rows.contains(where: written.contains) {
            output += drawn(portrait)
        }
        (self.lines, self.portraits) = (lines, portraits)
        return output
    }

    private func text(_ line: ScreenLine) -> String {
        line.runs.map { run in
            let codes = run.style.codes(inColour: isColoured)
            return codes.isEmpty ? run.text : "\u{1B}[\(codes)m\(run.text)\u{1B}[0m"
        }.joined()
    }

    /// Half blocks are lines of text, each with its own place; other pictures are whole.
    private func drawn(_ portrait: Portrait) -> [UInt8] {
        let place = portrait.place
        let newLine = UInt8(ascii: "\n")
        guard mode == .blocks else {
            let picture = portrait.bytes.last == newLine ? portrait.bytes.dropLast() : portrait.bytes[...]
            return Array(Self.position(place.row, place.column).utf8) + picture
        }
        return portrait.bytes.split(separator: newLine).prefix(place.rows).enumerated().flatMap { number, line in
            Array(Self.position(place.row + number, place.column).utf8) + line + "\u{1B}[0m".utf8
        }
    }

    private static func position(_ row: Int, _ column: Int) -> String { "\u{1B}[\(row + 1);\(column + 1)H" }
}
