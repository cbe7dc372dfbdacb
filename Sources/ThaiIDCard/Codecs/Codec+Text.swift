internal import SmartCard

extension Codec where Value == String {
    /// Text in the card's alphabet, as long as it happens to be.
    static let text = plain(mayBeCut: true)

    /// Digits and letters of a fixed number.
    static let code = plain(mayBeCut: false)

    /// The layout of the data.
    static let dataVersion = {
        var codec = plain(mayBeCut: false) { DataVersion($0) == .known ? nil : .dataVersion }
        codec.isBlank = { _ in false }
        return codec
    }()

    private static func plain(
        mayBeCut: Bool, odd: @escaping @Sendable (String) -> Warning.Kind? = { _ in nil }
    ) -> Codec {
        Codec(
            mayBeCut: mayBeCut,
            decode: { bytes in
                let (text, oddities) = CardText.decode(bytes)
                let all = oddities + [odd(text)].compactMap { $0 }
                return Decoded(state: text.isEmpty ? .blank : .value(text), oddities: all)
            },
            encode: TIS620.encode, wrap: FieldValue.text, unwrap: \.text)
    }

    /// Text that is printed in groups, such as digits `4-2-8`.
    ///
    /// Only a text that `fits` is grouped; anything else is kept as the card says it.
    static func grouped(
        _ groups: [Int], odd: Warning.Kind? = nil, where fits: @escaping @Sendable (String) -> Bool
    ) -> Codec {
        Codec(
            decode: { bytes in
                let (text, oddities) = CardText.decode(bytes)
                guard !text.isEmpty else { return Decoded(state: .blank, oddities: oddities) }
                guard fits(text) else {
                    return Decoded(state: .value(text), oddities: oddities + [odd].compactMap { $0 })
                }
                var rest = text[...]
                let parts = groups.map { count in
                    defer { rest = rest.dropFirst(count) }
                    return rest.prefix(count)
                }
                return Decoded(state: .value(parts.joined(separator: "-")), oddities: oddities)
            },
            encode: { text in
                let plain = String(text.unicodeScalars.filter { $0 != "-" })
                return TIS620.encode(fits(plain) ? plain : text)
            },
            wrap: FieldValue.text, unwrap: \.text)
    }

    /// The number under the photo: 14 digits, printed 4-2-8.
    static let underPhotoNumber = grouped([4, 2, 8]) { text in
        text.utf8.count == 14 && text.utf8.allSatisfy(ASCII.isDigit)
    }

    /// The laser number: two letters and ten digits, printed 3-7-2 and filled up with NULs.
    static let laserNumber = grouped([3, 7, 2], odd: .laserNumberFormat) { text in
        text.utf8.count == 12 && text.utf8.prefix(2).allSatisfy(ASCII.isUpperCase)
            && text.utf8.dropFirst(2).allSatisfy(ASCII.isDigit)
    }

    /// Bytes that are no text, as lower-case hex, which is how the card-status service takes them.
    static let hex = Codec(
        isBlank: { bytes in [0x00, 0xFF].contains { blank in bytes.allSatisfy { $0 == blank } } },
        decode: { Decoded(state: .value(Hex.encode($0).lowercased())) },
        encode: { Hex.decode($0) }, wrap: FieldValue.text, unwrap: \.text)
}

/// Text of the card together with what is odd about it.
enum CardText {
    static func decode(_ bytes: ArraySlice<UInt8>) -> (text: String, oddities: [Warning.Kind]) {
        let (text, oddities) = TIS620.decode(Padding.trimmed(bytes))
        return (text, kinds(oddities))
    }

    /// The parts between `#`, each trimmed, and at least one.
    static func decodeParts(_ bytes: ArraySlice<UInt8>) -> (parts: [String], oddities: [Warning.Kind]) {
        var all: TIS620.Oddities = []
        let parts = Padding.trimmed(bytes).split(separator: separator, omittingEmptySubsequences: false).map {
            let (text, oddities) = TIS620.decode(Padding.trimmed($0))
            all.formUnion(oddities)
            return text
        }
        return (parts, kinds(all))
    }

    /// The way back: the parts with `#` between them.
    static func encodeParts(_ parts: [String]) -> [UInt8]? {
        let encoded = parts.compactMap(TIS620.encode)
        guard encoded.count == parts.count, !encoded.contains(where: { $0.contains(separator) }) else {
            return nil
        }
        return Array(encoded.joined(separator: [separator]))
    }

    private static let separator = UInt8(ascii: "#")

    private static func kinds(_ oddities: TIS620.Oddities) -> [Warning.Kind] {
        guard !oddities.isEmpty else { return [] }
        let names: [(TIS620.Oddities, Warning.Kind)] = [
            (.codePage874, .textCP874), (.undefined, .textUndefined), (.control, .textControl),
        ]
        return names.filter { oddities.contains($0.0) }.map(\.1)
    }
}
