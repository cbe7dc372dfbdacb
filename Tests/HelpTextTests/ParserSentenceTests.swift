import HelpText
import Testing

/// The parser's sentences in Thai. That they are the parser's is for the commands' tests, which provoke them.
@Suite struct ParserSentenceTests {
    @Test func wordsKeepTheirPlaces() {
        #expect(
            ParserSentence.thai(of: "The option '--json' does not take any value, but 'x' was specified.")
                == "ตัวเลือก '--json' ไม่รับค่า แต่มี 'x' ตามมา")
    }

    @Test func listsAreJoinedInThai() {
        #expect(
            ParserSentence.thai(
                of: "The value 'x' is invalid for '--lang <lang>'. Please provide one of 'th' and 'en'.")
                == "ใช้ค่า 'x' กับ '--lang <lang>' ไม่ได้ ค่าที่ใช้ได้คือ 'th' หรือ 'en'")
    }

    @Test func longerSentenceIsNotTakenForTheShorter() {
        #expect(
            ParserSentence.thai(of: "Unknown option '--jsn'. Did you mean '--json'?")
                == "ไม่มีตัวเลือก '--jsn' หมายถึง '--json' ใช่หรือไม่")
    }

    @Test(arguments: ["", "Unknown", "Missing required subcommand. Or not.", "The value 'x'"])
    func whatTheParserDoesNotSayIsUnknown(_ text: String) { #expect(ParserSentence.thai(of: text) == nil) }
}
