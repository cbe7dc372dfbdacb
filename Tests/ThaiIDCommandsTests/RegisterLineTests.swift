import ArgumentParser
import HelpText
import Testing
import ThaiIDCard

@testable import ThaiIDCommands

/// What of a command line of the register's is for reading a card.
@Suite struct RegisterLineTests {
    private func passed(_ line: String) -> (words: String, place: String?) {
        var place: String?
        let words = RegisterLine(line.split(separator: " ").map { Array($0.utf8) }).arguments { words in
            place = words.joined(separator: " ")
            return 7
        }
        return (words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " "), place)
    }

    @Test(arguments: [
        "", "find --name กข --purpose visit", "--help", "find --reader x --sample --wait 3", "find -- --from-card",
        "correct --reason=--from-card",
    ])
    func lineThatAsksForNoCardIsPassedOnAsItIs(_ line: String) {
        #expect(passed(line) == (line, nil))
    }

    @Test(arguments: [
        ("find --from-card --purpose visit", "find --record-fd 7 --purpose visit", ""),
        ("find --sample --from-card --json", "find --record-fd 7 --json", "--sample"),
        ("show --wait 30 --from-card --at 2026-01-01", "show --record-fd 7 --at 2026-01-01", "--wait 30"),
        ("show --from-card --wait --reader ACR39U", "show --record-fd 7", "--wait --reader ACR39U"),
        ("link --from-card --wait OLD", "link --record-fd 7 OLD", "--wait"),
        (
            "save --replay=a --timeout 9 --from-card --purpose x -- --sample",
            "save --record-fd 7 --purpose x -- --sample", "--replay=a --timeout 9"
        ),
        ("find --from-card --from-card", "find --record-fd 7 --from-card", ""),
        ("find --from-card --card", "find --record-fd 7", "--card"),
    ])
    func cardIsReplacedByItsRecord(_ line: String, _ words: String, _ place: String) {
        #expect(passed(line) == (words, place))
    }

    @Test func everyOptionThatSaysWhereTheCardIsIsTaken() throws {
        let names = try #require(Tool.help.command(in: .english)?.path(["read"]).last).options.flatMap(\.names)
        let source = ["--reader", "--wait", "--timeout", "--replay", "--card", "--sample"]
        #expect(Set(source).isSubset(of: names))
        for name in source {
            let word = name == "--sample" ? name : "\(name)=1"
            #expect(passed("find --from-card \(word)") == ("find --record-fd 7", word))
        }
    }

    @Test func bytesThatAreNoTextStayAsTheyAre() {
        let words: [[UInt8]] = [Array("save".utf8), [0xA1, 0xFF], Array("--from-card".utf8), [0xFE]]
        let passed = RegisterLine(words).arguments { _ in 3 }
        #expect(passed == [words[0], words[1], Array("--record-fd".utf8), Array("3".utf8), words[3]])
    }

    @Test func recordHoldsNoMoreThanItsUseNeeds() {
        let (find, save) = (RegisterLine([Array("find".utf8)]), RegisterLine([Array("save".utf8)]))
        #expect(!find.keepsRecord && save.keepsRecord)
        #expect(find.identity.map(\.key) == Field.rows(Field.citizenID, Field.nameThai, Field.nameEnglish).map(\.key))
    }

    @Test(arguments: [
        "register", "register --help", "register find --log-level debug", "register help", "register -h x",
    ])
    func anyLineIsTheRegisters(_ line: String) throws {
        #expect(try Tool.parse(naming: line.split(separator: " ").map(String.init)) is Tool.Register)
    }
}
