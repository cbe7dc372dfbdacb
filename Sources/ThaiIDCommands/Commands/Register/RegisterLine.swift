import ThaiIDCard

/// A command line of `thaiid-register`, in which `--from-card` is for `thaiid`.
struct RegisterLine {
    private static let fromCard = "--from-card"
    /// The options of `CardSource` that have a value.
    private static let valued = ["--reader", "--timeout", "--replay", "--card"]

    /// What it is in text, for looking at.
    let texts: [String]
    private let words: [[UInt8]]

    init(_ words: [[UInt8]]) {
        self.words = words
        texts = words.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether the record is to be kept, and not only to say who is meant.
    var keepsRecord: Bool { texts.first == "save" }

    /// What says who is meant.
    var identity: [Field] {
        let keys = [Field.citizenID.key, Field.nameThai.key, Field.nameEnglish.key]
        return Field.all.filter { keys.contains($0.key) }
    }

    /// What is passed on: all of it as it is, but where a card is to be read, which is then replaced by the descriptor of
    /// its record.
    ///
    /// - Parameter read: reads the card that the options name.
    func arguments(reading read: ([String]) throws -> Int32) rethrows -> [[UInt8]] {
        let end = texts.firstIndex(of: "--") ?? texts.endIndex
        guard let card = texts[..<end].firstIndex(of: Self.fromCard) else { return words }
        var (place, rest, mark) = ([String](), [[UInt8]](), 0)
        var index = texts.startIndex
        while index < end {
            let count = index == card ? 0 : length(at: index, before: end)
            place += texts[index..<index + count]
            if index == card { mark = rest.count } else if count == 0 { rest.append(words[index]) }
            index += max(1, count)
        }
        let record = ["--record-fd", String(try read(place))].map { Array($0.utf8) }
        return rest[..<mark] + record + rest[mark...] + words[end...]
    }

    /// How many words from here on say where the card is.
    private func length(at index: Int, before end: Int) -> Int {
        let word = texts[index]
        let next = index + 1 < end ? texts[index + 1] : nil
        if word == "--sample" || word.hasPrefix("--wait=") || Self.valued.contains(where: { word.hasPrefix($0 + "=") })
        {
            return 1
        }
        if word == "--wait" { return next?.allSatisfy(\.isNumber) == true ? 2 : 1 }
        return Self.valued.contains(word) ? min(2, end - index) : 0
    }
}
