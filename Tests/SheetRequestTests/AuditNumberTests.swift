import TestSupport
import Testing

@testable import SheetRequest

/// The numbers of sheets.
@Suite struct AuditNumberTests {
    private static let numbers: [AuditNumber] = {
        var generator = SeededGenerator(seed: 1)
        return (0..<20).map { _ in AuditNumber.random(using: &generator) }
    }()

    private static let letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

    @Test(arguments: numbers)
    func numberIsShortAndHasNoLetterThatIsReadForAnother(_ number: AuditNumber) {
        let groups = number.description.split(separator: "-")
        #expect(groups.map(\.count) == [4, 4, 2])
        #expect(groups.joined().allSatisfy { Self.letters.contains($0) })
    }

    @Test func numbersAreRandom() {
        #expect(Set((0..<1000).map { _ in AuditNumber.random() }).count == 1000)
        #expect(Set(Self.numbers).count == Self.numbers.count)
    }

    @Test func numberIsAlwaysTheSameForTheSameRandomness() {
        #expect(Self.numbers.first?.description == "RCB1-QGME-N9")
    }

    @Test(arguments: numbers)
    func numberIsTakenAsPeopleWriteIt(_ number: AuditNumber) {
        let text = number.description
        let heard = text.replacing("0", with: "O").replacing("1", with: "l")
        for written in [text, text.lowercased(), text.replacing("-", with: ""), text.replacing("-", with: " "), heard] {
            #expect(AuditNumber(checked: written) == number)
        }
    }

    @Test(arguments: numbers)
    func everyWrongCharacterIsNoticed(_ number: AuditNumber) {
        let text = Array(number.description)
        for index in text.indices where text[index] != "-" {
            for letter in Self.letters where letter != text[index] {
                var wrong = text
                wrong[index] = letter
                #expect(AuditNumber(checked: String(wrong)) == nil)
            }
        }
    }

    @Test(arguments: numbers)
    func everySwapIsNoticed(_ number: AuditNumber) {
        let text = Array(number.description)
        for one in text.indices {
            for other in text.indices where text[one] != text[other] && text[one] != "-" && text[other] != "-" {
                var wrong = text
                wrong.swapAt(one, other)
                #expect(AuditNumber(checked: String(wrong)) == nil)
            }
        }
    }

    @Test(arguments: ["", "-", "0", "000000000", "00000000000", "U000-0000-00", "๐๐๐๐-๐๐๐๐-๐๐", "7K3M*Q9TD*2V"])
    func otherTextIsNoNumber(_ text: String) {
        #expect(AuditNumber(checked: text) == nil)
    }

    @Test(arguments: ["A-0001", "RR3", "0", String(repeating: "A", count: 40)])
    func anyPlainNumberCanStandOnASheet(_ text: String) { #expect(AuditNumber(text)?.description == text) }

    @Test(arguments: ["", "a b", "๑", "a/b", "A\n", String(repeating: "A", count: 41)])
    func whatIsNoNumberIsRefused(_ text: String) { #expect(AuditNumber(text) == nil) }
}
