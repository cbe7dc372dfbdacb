internal import CardTrace
internal import Invention
internal import ThaiIDCard

/// Who stands in for one person: the same whenever key and identity are the same.
struct Pseudonym: Sendable {
    /// The secret.
    let key: PseudonymKey
    /// Bytes that tell the person from all others, usually the citizen ID.
    let identity: [UInt8]
    /// Which of several stand-ins: another one is taken where this one says something of the original.
    var attempt: UInt8 = 0
    /// What may not stand in any text.
    var avoided = BytePatterns()

    /// What lots are drawn for.
    enum Topic: String {
        case thaiText, latinText, number, citizenID, birthShift, issueShift, chip, face, filling
    }

    /// The lots of a topic for a value. Where a card says the same twice, its pseudonym does so too.
    func lots(_ topic: Topic, _ value: some Sequence<UInt8> = [UInt8]()) -> SplitMix64 {
        key.lots([Array(topic.rawValue.utf8), [attempt], identity, Array(value)])
    }

    /// Draws until what is drawn neither is the original nor contains what is to be avoided. After
    /// many draws anything serves: the scan of the whole recording has the last word.
    func drawn(
        _ topic: Topic, insteadOf original: ArraySlice<UInt8>, _ draw: (inout SplitMix64) -> [UInt8]
    ) -> [UInt8] {
        var lots = lots(topic, original)
        var candidate = draw(&lots)
        for _ in 0..<64 where candidate.elementsEqual(original) || avoided.first(in: candidate) != nil {
            candidate = draw(&lots)
        }
        return candidate
    }
}

extension Pseudonym {
    /// Tells the holder of a card from all others: by the citizen ID; where that was not read, by name
    /// and birth; where these were not, by all that is known.
    static func identity(of image: CardImage) -> [UInt8] {
        let storage = image[.storage]
        func known<Value>(_ field: Field.Handle<Value>) -> [UInt8]? { storage[field.row.span].map(Array.init) }
        if let citizenID = known(Field.citizenID) { return citizenID }
        if let name = known(Field.nameThai), let birth = known(Field.birthDate) { return name + birth }
        let everything = Applet.allCases.flatMap { applet in
            image[applet].known.ranges.flatMap { image[applet][$0] ?? [] }
        }
        return everything
    }
}
