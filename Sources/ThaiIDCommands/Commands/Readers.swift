import ArgumentParser
import CardFormats
import CardRecord
import CardSources
import PCSC
import SmartCard
import ThaiIDCard

extension Tool {
    /// `thaiid readers`: list the readers and what is in them.
    struct Readers: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "readers", abstract: "List the card readers and what is in them.")

        @Flag(help: "Print one line of JSON.")
        var json = false

        @OptionGroup var languageOption: LanguageOption

        func run() throws {
            let states = try Blocking.run { try await Cards.here.readers() }
            guard !states.isEmpty else { throw ToolError.noReader }
            let rows = states.enumerated().map { ReaderRow(number: $0.offset + 1, state: $0.element) }
            let language = languageOption.language
            try Output.write(
                json
                    ? JSONValue.object([
                        .init(.readers),
                        .init(name: "readers", value: .array(rows.map(\.json))),
                    ]).line + "\n"
                    : rows.map { $0.text(in: language) + "\n" }.joined())
        }
    }
}

/// One reader as it is listed.
private struct ReaderRow {
    let number: Int
    let state: ReaderState

    private var looksLikeThaiID: Bool { state.atr?.looksLikeThaiID ?? false }

    private var card: (word: String, text: Bilingual) {
        if !state.isCardPresent { return ("absent", Bilingual("ไม่มีบัตร", "no card")) }
        if state.isCardMute { return ("mute", Bilingual("บัตรไม่ตอบสนอง", "a card that does not answer")) }
        return looksLikeThaiID
            ? ("present", Bilingual("บัตรประชาชนไทย", "looks like a Thai ID card"))
            : ("present", Bilingual("บัตรอื่น", "another card"))
    }

    var json: JSONValue {
        [
            "number": .integer(number), "name": .string(state.name), "card": .string(card.word),
            "atr": JSONValue(state.atr?.description), "looksLikeThaiID": .bool(looksLikeThaiID),
            "inUse": .bool(state.isInUse),
        ]
    }

    func text(in language: Language) -> String {
        let atr = state.atr.map { "  " + $0.description } ?? ""
        return SafeText.clean("\(number)  \(state.name): \(card.text[language])\(atr)")
    }
}
