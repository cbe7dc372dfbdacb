internal import SmartCard

extension Warning {
    /// Takes a warning back out of what was said of it: the code, and the sentence in English,
    /// which alone tells how many parts there were or how the card refused.
    ///
    /// - Returns: `nil` for a code that this version does not know.
    public init?(code: String, field: String, message: String) {
        let kinds = Kind.all(numbers: Self.numbers(in: message)).map { Warning($0, field: field) }
        let alike = kinds.filter { $0.code == code }
        guard let warning = alike.first(where: { $0.message.english == message }) ?? alike.first else { return nil }
        self = warning
    }

    /// The whole numbers that a sentence names, in decimal and in hexadecimal.
    private static func numbers(in message: String) -> [(decimal: Int?, hex: UInt16?)] {
        message.split { !$0.isHexDigit }.map { (Int($0), $0.utf8.count == 4 ? UInt16($0, radix: 16) : nil) }
    }
}

extension Warning.Kind {
    /// Every kind, those with a number for each of the numbers that are given, or 0.
    fileprivate static func all(numbers: [(decimal: Int?, hex: UInt16?)]) -> [Warning.Kind] {
        let counts = numbers.compactMap(\.decimal) + [0]
        let words = numbers.compactMap(\.hex).map { FieldFailure.refused(StatusWord(rawValue: $0)) }
        let plain: [Warning.Kind] = [
            .textUndefined, .textCP874, .textControl, .textFull, .nameUndivided, .addressOrder, .addressLabels,
            .checkDigit, .category, .photoLength, .laserNumberFormat, .dataVersion, .versionAssumed,
            .recordedInPart,
        ]
        let failures = [FieldFailure.noAnswer, .wrongLength, .malformed, .notRecorded] + words
        return plain + DateOddity.all.map(Warning.Kind.date) + counts.flatMap { [.nameSlots($0), .addressSlots($0)] }
            + failures.map(Warning.Kind.failed)
    }
}
