extension Codec where Value == CitizenID {
    /// Thirteen digits, right or wrong.
    static let citizenID = Codec(
        decode: { bytes in
            guard let citizenID = CitizenID(ascii: bytes) else { return Decoded(state: .failed(.malformed)) }
            var oddities: [Warning.Kind] = []
            if !citizenID.hasValidCheckDigit { oddities.append(.checkDigit) }
            if citizenID.category.isDoubtful { oddities.append(.category) }
            return Decoded(state: .value(citizenID), oddities: oddities)
        },
        encode: { Array($0.digits.utf8) }, wrap: FieldValue.citizenID, unwrap: \.citizenID)
}

extension Codec where Value == PersonName {
    /// Names between `#`. Empty parts after the fourth say nothing and are dropped.
    static func name(_ language: Language) -> Codec {
        Codec(
            mayBeCut: true,
            decode: { bytes in
                var (parts, oddities) = CardText.decodeParts(bytes)
                while parts.count > PersonName.usualParts, parts.last == "" { parts.removeLast() }
                guard parts.contains(where: { !$0.isEmpty }) else { return Decoded(state: .blank, oddities: oddities) }
                if parts.count != PersonName.usualParts { oddities.append(.nameSlots(parts.count)) }
                let name = PersonName(parts: parts, language: language)
                guard name.isUndivided else { return Decoded(state: .value(name), oddities: oddities) }
                return Decoded(state: .partial(name), oddities: oddities + [.nameUndivided])
            },
            encode: { CardText.encodeParts($0.parts) }, wrap: FieldValue.name, unwrap: \.name)
    }
}

extension Codec where Value == Address {
    /// Address parts between `#`. Empty parts after the eighth say nothing and are dropped.
    static let address = Codec(
        mayBeCut: true,
        decode: { bytes in
            var (parts, oddities) = CardText.decodeParts(bytes)
            let usual = Address.Slot.allCases.count
            while parts.count > usual, parts.last == "" { parts.removeLast() }
            guard parts.contains(where: { !$0.isEmpty }) else { return Decoded(state: .blank, oddities: oddities) }
            if parts.count != usual { oddities.append(.addressSlots(parts.count)) }
            let address = Address(parts: parts)
            switch address.division {
            case .places: return Decoded(state: .value(address), oddities: oddities)
            case .labels:
                let isMoved = parts.count == usual
                return Decoded(state: .value(address), oddities: oddities + (isMoved ? [.addressOrder] : []))
            case .doubtful: return Decoded(state: .partial(address), oddities: oddities + [.addressLabels])
            }
        },
        encode: { CardText.encodeParts($0.parts) }, wrap: FieldValue.address, unwrap: \.address)
}

extension Codec where Value == PartialDate {
    /// Eight digits of a day that was or will be, Buddhist year first.
    static let date = dates(PartialDate.init(raw:))

    /// Eight digits of the last day of something, which may have no end.
    static let expiry = dates(PartialDate.init(expiry:))

    private static func dates(_ date: @escaping @Sendable (String) -> PartialDate) -> Codec {
        Codec(
            decode: { bytes in
                let (text, oddities) = CardText.decode(bytes)
                let date = date(text)
                let odd = [
                    date.isImpossible ? DateOddity.impossible : nil, date.isOddlyLifelong ? .lifelong : nil,
                    date.oldCalendar.map(DateOddity.oldYear),
                ]
                let all = oddities + odd.compactMap { $0.map(Warning.Kind.date) }
                switch date.precision {
                case .day, .lifelong: return Decoded(state: .value(date), oddities: all)
                case .month, .year, .unknown: return Decoded(state: .partial(date), oddities: all)
                }
            },
            encode: { TIS620.encode($0.raw) }, wrap: FieldValue.date, unwrap: \.date)
    }
}

extension Codec where Value == Sex {
    /// One digit.
    static let sex = Codec(
        decode: { bytes in
            let (text, oddities) = CardText.decode(bytes)
            let sex = Sex(raw: text)
            return Decoded(state: sex.value == .unknown ? .partial(sex) : .value(sex), oddities: oddities)
        },
        encode: { TIS620.encode($0.raw) }, wrap: FieldValue.sex, unwrap: \.sex)
}
