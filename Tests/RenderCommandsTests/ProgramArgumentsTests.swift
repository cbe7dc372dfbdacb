import CardRecord
import Testing
import ThaiIDCard

@testable import RenderCommands

/// Arguments that come as a line of standard input.
@Suite struct ProgramArgumentsTests {
    @Test func lineIsAnArrayOfTexts() throws {
        #expect(try ProgramArguments.parse(Array(#"["sheet","--purpose=ก"]"#.utf8)) == ["sheet", "--purpose=ก"])
        #expect(try ProgramArguments.parse(Array("[]".utf8)) == [])
    }

    @Test(arguments: ["", "sheet", "{}", "[1]", #"["sheet",null]"#, #"["sheet""#, #"[["sheet"]]"#])
    func anotherLineIsRefused(_ line: String) {
        #expect(throws: DrawingFailure.notArguments) { try ProgramArguments.parse(Array(line.utf8)) }
    }

    @Test(arguments: [
        (["sheet", "--lang", "en"], "en"), (["sheet", "--lang=en"], "en"), (["sheet", "--lang=both"], "th"),
        (["rr3", "--lang", "th"], "th"),
    ])
    func languageOfMessagesIsThatOfTheDrawing(_ arguments: [String], _ language: String) {
        #expect(Surroundings.language(arguments).rawValue == language)
    }
}
