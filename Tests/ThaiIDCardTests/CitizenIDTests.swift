import TestSupport
import Testing
import ThaiIDCard

@Suite struct CitizenIDTests {
    /// The check digit by the rule as the register publishes it, digit by digit.
    private static func checkDigit(_ twelve: [Int]) -> Int {
        let sum = zip(twelve, stride(from: 13, through: 2, by: -1)).map { $0 * $1 }.reduce(0, +)
        switch sum % 11 {
        case 0: return 1
        case 1: return 0
        case let rest: return 11 - rest
        }
    }

    @Test(arguments: [
        "0000000000001", "1000000000009", "2000000000007", "3000000000005", "4000000000003", "5000000000001",
        "6000000000000", "7000000000008", "8000000000006", "9000000000004", "1234567890121",
    ])
    func wellKnownNumbersAreRight(_ digits: String) throws {
        let citizenID = try #require(CitizenID(digits))
        #expect(citizenID.hasValidCheckDigit)
        #expect(citizenID.digits == digits)
    }

    @Test func checkDigitIsTheRegistersForRandomNumbers() throws {
        var random = SeededGenerator(seed: 9)
        for _ in 0..<20_000 {
            let twelve = (0..<12).map { _ in Int.random(in: 0...9, using: &random) }
            let last = Int.random(in: 0...9, using: &random)
            let digits = (twelve + [last]).map(String.init).joined()
            let citizenID = try #require(CitizenID(digits))
            #expect(citizenID.hasValidCheckDigit == (last == Self.checkDigit(twelve)))
            #expect(citizenID.digits == digits)
        }
    }

    @Test func oneCheckDigitAloneIsRight() throws {
        for number in 0..<2000 {
            let twelve = String(String(number * 499_500_000 + 1_000_000_000_000).dropFirst())
            let right = try (0...9).filter { try #require(CitizenID(twelve + "\($0)")).hasValidCheckDigit }
            #expect(right.count == 1, "\(twelve)")
        }
    }

    @Test(arguments: [
        "", "1", "100000000000", "10000000000009", "100000000000A", " 000000000009", "1 0000 00000 00 9",
        "๑๐๐๐๐๐๐๐๐๐๐๐๙", "-000000000009", "+000000000009", "1000000000009\n", "/////////////", ":::::::::::::",
    ])
    func anythingElseIsNoNumber(_ text: String) {
        #expect(CitizenID(text) == nil)
        #expect(CitizenID(ascii: Array(text.utf8)) == nil)
    }

    @Test func partsAreReadOut() throws {
        let citizenID = try #require(CitizenID("1234567890121"))
        #expect(citizenID.registrar == "2345")
        #expect(citizenID.category.digit == 1)
        #expect(citizenID.grouped == "1 2345 67890 12 1")
        #expect(citizenID.masked == "x-xxxx-xxxxx-12-1")
        #expect(CitizenID("0000000000001")?.grouped == "0 0000 00000 00 1")
        #expect(CitizenID("0000000000001")?.registrar == "0000")
    }

    @Test func numberIsPrintedMasked() throws {
        let citizenID = try #require(CitizenID("1234567890121"))
        var dumped = ""
        dump(citizenID, to: &dumped)
        for text in ["\(citizenID)", String(reflecting: citizenID), String(describing: citizenID), dumped] {
            #expect(text.contains("x-xxxx-xxxxx-12-1"))
            #expect(!text.contains("123456"))
            #expect(!text.contains("67890"))
        }
    }

    @Test func cardAndImageArePrintedWithoutAnyOfTheirData() throws {
        let card = TestCard.card()
        var dumped = ""
        dump(card, to: &dumped)
        dump(try card.image(), to: &dumped)
        for text in ["\(card)", String(reflecting: card), dumped] {
            #expect(!text.contains("1000000000009"))
            #expect(!text.contains("Thotsop"))
            #expect(!text.contains("ทดสอบ"))
        }
    }

    @Test(arguments: 0...9)
    func everyFirstDigitHasItsMeaning(_ digit: Int) throws {
        let citizenID = try #require(CitizenID("\(digit)000000000000"))
        #expect(citizenID.category.digit == digit)
        #expect(citizenID.category == CitizenID.Category.all[digit])
        #expect(citizenID.category.label.thai.unicodeScalars.contains { (0x0E01...0x0E5B).contains($0.value) })
        #expect(citizenID.category.label.english.utf8.contains(UInt8(ascii: "e")))
        #expect(citizenID.category.isDoubtful == (digit == 9))
    }

    @Test(arguments: [
        ("3000000000005", "x-xxxx-xxxxx-00-5"), ("300000000000", "xxxxxxxxxxxx"), ("", ""), ("12", "xx"),
        ("30000000000055", "xxxxxxxxxxxxxx"),
    ])
    func maskHidesAllButThreeDigits(_ digits: String, _ masked: String) {
        #expect(CitizenID.mask(digits) == masked)
    }

    @Test(arguments: [
        ("1000000000009", [] as [String]), ("1000000000008", ["citizenID.checkDigit"]),
        ("9000000000004", ["citizenID.category"]), ("9000000000005", ["citizenID.checkDigit", "citizenID.category"]),
    ])
    func oddNumbersAreNoted(_ digits: String, _ warnings: [String]) throws {
        let reading = try FieldReading("citizenID", digits)
        #expect(reading.card.citizenID == CitizenID(digits).map { .value($0) })
        #expect(reading.warnings == warnings)
    }

    @Test(arguments: ["100000000000", "1000000000OO9", "1000 00000009"])
    func numberThatIsNoneIsAFailure(_ text: String) throws {
        let reading = try FieldReading("citizenID", text)
        #expect(reading.card.citizenID == .failed(.malformed))
        #expect(reading.warnings == ["field.failed"])
    }
}
