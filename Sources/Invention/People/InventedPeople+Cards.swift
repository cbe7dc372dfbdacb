internal import SmartCard
internal import ThaiIDCard

extension InventedPeople {
    /// The person of an index.
    public subscript(index: Int) -> InventedPerson {
        precondition(indices.contains(index), "there are \(count) people")
        let oddities = oddities(at: index)
        let plain = card(index, oddities)
        var image: CardImage
        do {
            image = try plain.image()
        } catch {
            preconditionFailure("an invented value has no room on the card: \(error.field)")
        }
        image.padLaserNumber()
        var lots = lots(.bytes, index)
        image.apply(oddities, &lots)
        return InventedPerson(
            index: index, card: IDCard(image), image: image, atr: atr(index, oddities),
            answersAtOnce: oddities.contains(.directAnswers), oddities: oddities)
    }

    /// Everything about a card that values can say.
    private func card(_ index: Int, _ oddities: Set<Oddity>) -> IDCard {
        let life = life(index, oddities)
        var card = IDCard()
        card.dataVersion = .value("0003")
        card.citizenID = CitizenID(citizenIDDigits(index, life, oddities)).map { .value($0) } ?? .blank
        card.sex = .value(Sex(raw: oddities.contains(.unknownSex) ? "3" : life.isFemale ? "2" : "1"))
        card.unknownDigits = .value("01")
        putNames(index, life, oddities, &card)
        putPlace(index, oddities, &card)
        putDates(life, oddities, &card)
        putPapers(index, oddities, &card)
        putChip(index, oddities, &card)
        putHealth(index, life, oddities, &card)
        card.photo = photo(index, life, oddities)
        return card
    }

    private func putNames(_ index: Int, _ life: Life, _ oddities: Set<Oddity>, _ card: inout IDCard) {
        var (lots, filling) = (lots(.name, index), lots(.nameFilling, index))
        let name = InventedName(&lots, life, oddities)
        card.nameThai = .value(name.written(in: .thai, oddities, &filling))
        card.nameEnglish = .value(name.written(in: .english, oddities, &filling))
    }

    private func putPlace(_ index: Int, _ oddities: Set<Oddity>, _ card: inout IDCard) {
        var (lots, filling) = (lots(.place, index), lots(.placeFilling, index))
        let place = InventedPlace(&lots)
        card.address = .value(place.address(oddities, &filling))
        card.issuer = .value(place.issuer(oddities, &filling))
    }

    private func putDates(_ life: Life, _ oddities: Set<Oddity>, _ card: inout IDCard) {
        let birth = life.birth.cardDigits
        let stated =
            oddities.contains(.yearOnlyBirth)
            ? birth.prefix(4) + "0000"
            : oddities.contains(.monthOnlyBirth)
                ? birth.prefix(6) + "00"
                : oddities.contains(.unknownBirth)
                    ? "00000000" : oddities.contains(.impossibleBirth) ? birth.prefix(4) + "1345" : birth[...]
        card.birthDate = oddities.contains(.blankBirth) ? .blank : .value(PartialDate(raw: String(stated)))
        card.issueDate = .value(PartialDate(raw: life.issue.cardDigits))
        let expiry = PartialDate(expiry: life.expiry?.cardDigits ?? "99999999")
        card.expiryDate = oddities.contains(.blankExpiry) ? .blank : .value(expiry)
    }

    /// Request, officer, and the number under the photo, which repeats the request's first four and
    /// last eight digits.
    private func putPapers(_ index: Int, _ oddities: Set<Oddity>, _ card: inout IDCard) {
        var lots = lots(.papers, index)
        let (form, serial) = (lots.digits(7), "0" + lots.digits(7))
        card.requestNumber = oddities.contains(.blankRequestNumber) ? .blank : .value("0000\(form)/\(serial)")
        let number = "0000-" + lots.number(in: 1...29).padded(to: 2) + "-" + serial
        card.underPhotoNumber = oddities.contains(.blankUnderPhotoNumber) ? .blank : .value(number)
        let category = lots.element(of: [1, 3, 3, 5])
        card.issuerCode = .value(InventedNumbers.citizenID(category: category, number: lots.below(10_000_000)))
    }

    private func putChip(_ index: Int, _ oddities: Set<Oddity>, _ card: inout IDCard) {
        var lots = lots(.chip, index)
        let digits = "000" + number(index, .chip).padded(to: 7)
        let letters = lots.weighted([(5, "JT"), (3, "JC"), (2, "ME")])
        let laser = letters + digits.prefix(1) + "-" + digits.dropFirst().prefix(7) + "-" + digits.suffix(2)
        card.chip.laserNumber = .value(oddities.contains(.shortLaserNumber) ? letters + digits.dropLast() : laser)
        card.chip.serialNumber = .value("0000" + lots.hex(8) + lots.hex(4))
    }

    private func putHealth(_ index: Int, _ life: Life, _ oddities: Set<Oddity>, _ card: inout IDCard) {
        var lots = lots(.health, index)
        let hasHealth = lots.happens(350)
        let isWritten = hasHealth && !oddities.contains(.blankHealth)
        card.health = isWritten ? InventedHealth.drawn(&lots, life) : InventedHealth.blank
        if !hasHealth, !oddities.contains(.blankHealth) { card.absentApplets = [.health] }
    }

    private func photo(_ index: Int, _ life: Life, _ oddities: Set<Oddity>) -> FieldState<Photo> {
        guard hasPortraits, !oddities.contains(.noPhoto) else { return .blank }
        var (lots, portrait) = (lots(.photo, index), lots(.portrait, index))
        let usual = lots.weighted([(3, 2600...4299), (7, 4300...5110)])
        let count = lots.number(in: usual)
        let drawn = DrawnPortrait(
            seed: portrait.next(), sex: life.isFemale ? .female : .male, age: life.ageAtIssue)
        let jpeg = drawn.jpeg(byteCount: oddities.contains(.fullPhoto) ? DrawnPortrait.longest : count)
        return jpeg.map { .value(Photo(jpeg: $0)) } ?? .blank
    }

    /// `TH NID 17`, `18`, `13` or `15`; the odd old one is `TH NID 6`.
    private func atr(_ index: Int, _ oddities: Set<Oddity>) -> ATR {
        var lots = lots(.atr, index)
        let last = lots.weighted([(55, "7"), (25, "8"), (12, "3"), (8, "5")])
        return oddities.contains(.oldATR)
            ? ATR([0x3B, 0x68, 0x00, 0x00] + Array("TH NID 6".utf8))
            : ATR([0x3B, 0x79, 0x96, 0x00, last == "5" ? 0xFF : 0x00] + Array("TH NID 1\(last)".utf8))
    }
}

extension SplitMix64 {
    /// So many hexadecimal digits, in lower case.
    fileprivate mutating func hex(_ count: Int) -> String {
        (0..<count).map { _ in String(below(16), radix: 16) }.joined()
    }
}
