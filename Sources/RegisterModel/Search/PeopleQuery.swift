package import RegisterStore

/// Whom to find: by parts of a name, by what is known of a birth, by where somebody lives. All that is said must fit.
package struct PeopleQuery: Sendable {
    private let words: [Word]
    private let soundsAlike: Bool
    private let birth: PartialDay
    private let areas: ClosedRange<Int>?

    /// A word of a name, as it may stand in either language; every word has to be part of the name, in any order.
    private struct Word: Sendable {
        let thai: ByteSearch?
        let english: ByteSearch?
    }

    /// `nil` where nothing is said by which anybody could be found, or something that nobody could be found by.
    ///
    /// - Parameters:
    ///   - name: parts of a Thai or English name, a title before it or not.
    ///   - soundsAlike: whether names are found that only sound like it.
    ///   - born: what is known of the day of birth; parts that the register does not know fit, but for the year.
    ///   - area: the first two, four or six digits of an area.
    package init?(name: String? = nil, soundsAlike: Bool = false, born: PartialDay? = nil, area: String? = nil) {
        self.soundsAlike = soundsAlike
        birth = born ?? .unknown
        words = name.map { Self.words($0, soundsAlike: soundsAlike) } ?? []
        if let area {
            guard [2, 4, 6].contains(area.utf8.count), area.isAllDigits,
                let first = Int(area + String(repeating: "0", count: 6 - area.utf8.count)), first > 0
            else { return nil }
            areas = first...(first + [2: 9999, 4: 99, 6: 0][area.utf8.count, default: 0])
        } else {
            areas = nil
        }
        guard name == nil || !words.isEmpty, birth == .unknown || birth.year > 0 else { return nil }
        guard !words.isEmpty || birth.year > 0 || areas != nil else { return nil }
    }

    private static func words(_ name: String, soundsAlike: Bool) -> [Word] {
        let bare = EnglishNameKey.withoutTitle(ThaiNameKey.withoutTitle(name))
        // By scalars: a blank before a mark makes a character of both.
        return bare.unicodeScalars.split(whereSeparator: \.properties.isWhitespace).compactMap { word in
            let word = String(word)
            let thai = soundsAlike ? ThaiNameKey.sound(word) : ThaiNameKey.normal(word)
            let english = soundsAlike ? EnglishNameKey.sound(word) : EnglishNameKey.normal(word)
            let keys = Word(thai: ByteSearch(NameBytes.encode(thai)), english: ByteSearch(NameBytes.encode(english)))
            return keys.thai == nil && keys.english == nil ? nil : keys
        }
    }

    /// The people of a block, as its bytes stand, that fit; nobody where the bytes are those of no block.
    package func matches(in block: [UInt8]) -> [RowID] {
        typealias Layout = IndexBlock.Layout
        guard let (count, keys) = Layout.parts(of: block) else { return [] }
        var fitting: UInt64 = count == 64 ? .max : (1 << UInt64(count)) - 1
        let (thai, english) = soundsAlike ? (keys[1], keys[3]) : (keys[0], keys[2])
        for word in words where fitting != 0 {
            fitting &= (word.thai?.keys(in: block, thai) ?? 0) | (word.english?.keys(in: block, english) ?? 0)
        }
        var found: [RowID] = []
        while fitting != 0 {
            let start = Layout.head + fitting.trailingZeroBitCount * Layout.facts
            fitting &= fitting - 1
            if fits(block, at: start), let person = RowID(block[start..<(start + Layout.birth)]) {
                found.append(person)
            }
        }
        return found
    }

    private func fits(_ block: [UInt8], at start: Int) -> Bool {
        typealias Layout = IndexBlock.Layout
        if birth.year > 0 {
            let at = start + Layout.birth
            guard Int(block[at]) << 8 | Int(block[at + 1]) == birth.year, agree(Int(block[at + 2]), birth.month),
                agree(Int(block[at + 3]), birth.day)
            else { return false }
        }
        guard let areas else { return true }
        let at = start + Layout.area
        return areas.contains(Int(block[at]) << 16 | Int(block[at + 1]) << 8 | Int(block[at + 2]))
    }

    /// Whether two parts of a date may be the same.
    private func agree(_ known: Int, _ asked: Int) -> Bool { known == asked || known == 0 || asked == 0 }
}
