import ArgumentParser
import CardTrace
import Host
import Pseudonyms
import ThaiIDCard
import VirtualCard

extension Tool {
    /// `thaiid emulate`: put cards that do not exist into virtual readers.
    struct Emulate: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "emulate", abstract: "Put recordings, records or invented cards into a virtual reader.",
            discussion: """
                The virtual reader is the one of Debian's package vsmartcard-vpcd. The command prints \
                ‘ready’ on standard error once the PC/SC service knows of the first card, and goes on until it \
                is interrupted.

                Several cards take turns: with --every, on a key press, or on the lines ‘next’, ‘insert’, \
                ‘insert 2’, ‘remove’ and ‘quit’ on standard input. Standard error then says ‘inserted 2: \
                NAME’ or ‘removed 2’, the latter once the service knows. With --slot both, the first card \
                goes into the first reader, the second into the second, the third into the first when \
                its turn comes.

                Exchanges count from 1 when a card is put in, GET RESPONSE included. What happens at one \
                exchange happens once in each reader, so that the next read shows how a program recovers; \
                --again has it happen after every insertion. Where several faults meet, the one that \
                stands first below answers.
                """)

        @OptionGroup var deck: CardDeck

        @Option(
            help: ArgumentHelp("Deal the next card when one has been in for so long: 5s, 500ms, 2m.", valueName: "time")
        )
        var every: TimeSpan?

        @Option(
            help: ArgumentHelp(
                "Which virtual reader; without this, the first.", valueName: "slot"))
        var slot: SlotChoice?

        @Option(help: "IPv4 address of the virtual reader.")
        var host = "127.0.0.1"

        @Option(help: "TCP port, in the place of --slot: 35963 is that of the first.")
        var port: UInt16?

        @OptionGroup var languageOption: LanguageOption

        @OptionGroup(title: "Faults") var faultOptions: FaultOptions

        func validate() throws {
            guard port == nil || slot == nil else {
                throw ValidationError(
                    thai: "ใช้ --port หรือ --slot เพียงอย่างเดียว", english: "--port and --slot exclude one another.")
            }
            guard slot != .both || deck.count > 1 else {
                throw ValidationError(
                    thai: "--slot both ต้องมีบัตรอย่างน้อยสองใบ", english: "--slot both needs two cards at least.")
            }
        }

        func run() throws {
            // Who no longer listens to what became of the cards still wants them in.
            BrokenPipes.ignore()
            let input = CommandInput()
            let cards = try deck.cards(
                style: faultOptions.atOnce ? .atOnce : .getResponse, telling: languageOption.language)
            let ports = port.map { [$0] } ?? (slot ?? .first).ports
            let slots = ports.indices.map { index in
                CardSlot(
                    host: host, port: ports[index], cards: cards.filter { ($0.number - 1) % ports.count == index },
                    faults: faultOptions.faults, recurs: faultOptions.again)
            }
            let emulation = Emulation(slots: slots, every: every?.duration, input: input) { event in
                Output.tell(event.line + "\n")
                guard case .ready = event, input.hasKeys else { return }
                Output.tell(Bilingual.emulationKeys[languageOption.language] + "\n")
            }
            do throws(EmulationError) { try emulation.run() } catch { throw ToolError(error) }
        }
    }
}
