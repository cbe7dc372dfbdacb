import Invention
import SmartCard
import Testing
import ThaiIDCard

/// Odd cards: how many there are, and that each shows what it is said to.
@Suite struct OddityTests {
    private static let people = InventedPeople(seed: 1, odd: true)

    @Test func everyOddityIsInOneGroup() {
        let listed = Oddity.groups.flatMap { $0.map(\.oddity) }
        #expect(listed.count == Oddity.allCases.count && Set(listed) == Set(Oddity.allCases))
        for group in Oddity.groups { #expect(group.reduce(0) { $0 + $1.perThousand } < 1000) }
    }

    @Test func odditiesHappenAsOftenAsIsSaid() {
        let sample = 40_000
        var counts: [Oddity: Int] = [:]
        for index in 0..<sample {
            let oddities = Self.people.oddities(at: index)
            for oddity in oddities { counts[oddity, default: 0] += 1 }
            for group in Oddity.groups { #expect(group.count { oddities.contains($0.oddity) } <= 1) }
        }
        for (oddity, perThousand) in Oddity.groups.joined() {
            let expected = sample * perThousand / 1000
            // Four standard deviations of a rare event's count.
            let margin = 4 * Int(Double(expected).squareRoot())
            #expect(abs(counts[oddity, default: 0] - expected) <= margin, "\(oddity)")
        }
    }

    @Test func nobodyIsOddUnlessAskedFor() {
        let people = InventedPeople(seed: 1)
        #expect((0..<1000).allSatisfy { people.oddities(at: $0).isEmpty })
    }

    @Test func odditiesChangeNothingElse() throws {
        let plain = InventedPeople(seed: 1, portraits: false)
        let odd = InventedPeople(seed: 1, odd: true, portraits: false)
        for index in 0..<300 where odd.oddities(at: index).isSubset(of: [.directAnswers]) {
            #expect(odd[index].image == plain[index].image)
        }
        for index in 0..<3000 where odd.oddities(at: index) == [.middleName] {
            var card = odd[index].card
            (card.nameThai, card.nameEnglish) = (plain[index].card.nameThai, plain[index].card.nameEnglish)
            #expect(card == plain[index].card)
        }
    }

    @Test(arguments: Oddity.allCases)
    func odditiesShow(_ oddity: Oddity) throws {
        let needsPhoto = [.noPhoto, .fullPhoto, .wrongPhotoLength].contains(oddity)
        let people = InventedPeople(seed: 1, odd: true, portraits: needsPhoto)
        let indices = (0..<40_000).lazy.filter { people.oddities(at: $0).contains(oddity) }
        for index in indices.prefix(needsPhoto ? 5 : 20) {
            #expect(Self.shows(oddity, people[index]), "person \(index)")
        }
    }

    private static func shows(_ oddity: Oddity, _ person: InventedPerson) -> Bool {
        let (card, image) = (person.card, person.image)
        let codes = Set(card.warnings.map(\.code))
        func has(_ parts: Int, _ middle: Bool) -> Bool {
            [card.nameThai, card.nameEnglish].allSatisfy {
                $0.value?.parts.count == parts && ($0.value?.middle != nil) == middle
            }
        }
        func isFull(_ key: String) -> Bool {
            guard let field = Field.named(key), let last = image[field.applet][field.span]?.last else { return false }
            return last != 0x20 && last != 0x00
        }
        switch oddity {
        case .middleName: return has(4, true)
        case .unseparatedName: return has(1, false)
        case .threePartName: return has(3, false)
        case .fivePartName: return has(5, true)
        case .singleName: return has(4, false) && card.nameThai.value?.last == nil
        case .fullWidthNames: return ["nameThai", "nameEnglish", "issuer"].allSatisfy(isFull)
        case .yearOnlyBirth: return card.birthDate.value?.precision == .year && isForLife(card)
        case .monthOnlyBirth: return card.birthDate.value?.precision == .month
        case .unknownBirth: return card.birthDate.value?.raw == "00000000" && isForLife(card)
        case .blankBirth: return card.birthDate == .blank && isForLife(card)
        case .impossibleBirth: return codes.contains("date.impossible")
        case .blankExpiry: return card.expiryDate == .blank
        case .lifelong: return isForLife(card)
        case .noPhoto: return card.photo == .blank
        case .fullPhoto: return card.photo.value?.jpeg.count == 5118
        case .wrongPhotoLength: return codes.contains("photo.length") && card.photo.value != nil
        case .nulPadding: return image[.storage][0x11..<0x75]?.contains(0x00) == true || isFull("nameThai")
        case .codePage874: return card.warnings.contains { $0.code == "text.cp874" && $0.field == "nameThai" }
        case .undefinedByte: return codes.contains("text.undefined")
        case .controlBytes: return codes.contains("text.control")
        case .fivePartAddress: return card.address.value?.parts.count == 5
        case .sevenPartAddress: return card.address.value?.parts.count == 7
        case .ninePartAddress: return card.address.value?.parts.count == 9
        case .unseparatedAddress: return card.address.value?.parts.count == 1
        case .fullWidthAddress: return isFull("address")
        case .noLaserNumber: return card.chip.laserNumber == .blank && card.chip.serialNumber.value != nil
        case .shortLaserNumber: return codes.contains("laserNumber.format")
        case .refusedChip: return codes.contains("field.failed") && card.chip.serialNumber == .blank
        case .oldATR: return person.atr == oldATR && card.absentApplets.isSuperset(of: [.cardStock, .cardManager])
        case .blankHealth: return !card.absentApplets.contains(.health) && card.health.mainEntitlement == .blank
        case .badCheckDigit: return codes.contains("citizenID.checkDigit")
        case .doubtfulCategory: return codes.contains("citizenID.category")
        case .unknownSex: return card.sex.value?.raw == "3"
        case .blankRequestNumber: return card.requestNumber == .blank
        case .blankUnderPhotoNumber: return card.underPhotoNumber == .blank
        case .directAnswers: return person.answersAtOnce
        }
    }

    private static func isForLife(_ card: IDCard) -> Bool { card.expiryDate.value?.precision == .lifelong }

    private static let oldATR = ATR([0x3B, 0x68, 0x00, 0x00, 0x54, 0x48, 0x20, 0x4E, 0x49, 0x44, 0x20, 0x36])
}
