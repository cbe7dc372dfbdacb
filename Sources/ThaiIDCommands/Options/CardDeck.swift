import ArgumentParser
import CardSources
import CardTrace
import Invention
import Pseudonyms
import ThaiIDCard
import VirtualCard

/// The cards that are to take turns: files, the sample, invented people, in this order.
struct CardDeck: ParsableArguments {
    @Argument(
        help: "Recordings in any format that ‘trace convert’ reads, or records (JSON), one a card.", completion: .file()
    )
    var files: [String] = []

    @Flag(help: "The built-in card of an invented person.")
    var sample = false

    @Option(help: ArgumentHelp("So many cards of other invented people.", valueName: "count"))
    var invented: Int?

    @Option(help: "Which invented people.")
    var seed: UInt64 = 1

    func validate() throws {
        let most = InventedPeople().count
        if let invented, !(1...most).contains(invented) {
            throw ValidationError(thai: "--invented รับ 1 ถึง \(most)", english: "--invented takes 1 to \(most).")
        }
        guard count > 0 else {
            throw ValidationError(
                thai: "ระบุชื่อไฟล์ หรือใช้ --sample หรือ --invented", english: "Name a file, or use --sample or --invented.")
        }
    }

    /// How many cards there are.
    var count: Int { files.count + (sample ? 1 : 0) + (invented ?? 0) }

    /// The cards, files read and understood. Invented people are worked out when their turn comes.
    /// What was lost of foreign files is told in a language.
    func cards(style: ImageCard.Style, telling language: Language) throws(ToolError) -> [EmulatedCard] {
        var sources: [(name: String, card: () -> VirtualCard)] = []
        for file in files {
            let card = try CardFile.virtualCard(file, style: style, telling: language)
            sources.append((Self.baseName(file), { card }))
        }
        if sample {
            let card = VirtualCard(try SampleCard.image(), style: style)
            sources.append(("sample", { card }))
        }
        let people = InventedPeople(seed: seed)
        for index in 0..<(invented ?? 0) {
            sources.append(
                ("invented", { VirtualCard(people[index].image, atr: people[index].atr, style: style) }))
        }
        return sources.enumerated().map { EmulatedCard(number: $0 + 1, name: $1.name, card: $1.card) }
    }

    private static func baseName(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
