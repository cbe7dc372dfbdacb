import Testing
import ThaiIDCard

@testable import CardPortrait
@testable import CardSheet

/// Text in its size and its lines.
@Suite struct TypesetterTests {
    private func typesetter(_ family: String = "Laksaman") throws -> Typesetter {
        try Typesetter(family: family, language: .thai)
    }

    @Test(arguments: ["Laksaman", "Loma", "Norasi"])
    func lettersOfEveryFamilyAreAsHigh(_ family: String) throws {
        let consonant = try typesetter(family).set("ก", TextStyle(size: 100, minimum: 100)).ink.height
        #expect(abs(consonant - 40) < 1)
    }

    @Test func wholePartsCostNoLine() throws {
        let typesetter = try typesetter()
        let plain = TextStyle(size: 16, minimum: 16)
        let text = "เขตตัวอย่าง กรุงเทพมหานครกรุงเทพมหานครกรุงเทพมหานคร แขวงตัวอย่าง"
        for width in stride(from: 40.0, to: 500, by: 7) {
            let set = typesetter.set(text, plain.keepingWhole(between: " "), width: width)
            #expect(set.lineCount == typesetter.set(text, plain, width: width).lineCount)
            #expect(set.logical.width <= width + 1)
        }
    }

    @Test func aWordThatMustBeBrokenGainsNoHyphen() throws {
        let typesetter = try typesetter()
        let style = TextStyle(size: 16, minimum: 16)
        let half = typesetter.set("WWWWW", style).logical.width
        #expect(typesetter.set("WWWWWWWWWW", style, width: half + 0.5).lineCount == 2)
    }

    @Test func textThatDoesNotFitIsMadeSmallerThenCut() throws {
        let typesetter = try typesetter()
        let style = TextStyle(size: 20, minimum: 8)
        let text = String(repeating: "ตัวอย่าง", count: 6)
        let smaller = typesetter.fit(text, style, width: 200, height: 30)
        #expect(!smaller.isCut && smaller.size < 20 && smaller.size > 8)
        #expect(smaller.extent.width <= 200.1 && smaller.extent.height <= 30.1)
        let cut = typesetter.fit(text, style, width: 60, height: 12)
        #expect(cut.isCut && cut.size == 8)
    }
}
