import ArgumentParser
import CardFormats
import CardRecord
import CardSources
import CardTrace
import SmartCard
import ThaiIDCard

extension Tool {
    /// `thaiid apdu`: send commands to a card.
    struct APDU: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "apdu", abstract: "Send commands to a card, as they stand.",
            discussion: """
                A command is [CLA]INS[P1P2][:DATA][/LE][=SW] in hex digits, as in ‘ykman apdu’: CLA, P1 \
                and P2 are 00 where left out; =SW stops with 20 at any other status word, and = alone \
                means =9000. Without /LE no Le is sent; /00 asks for 256 bytes.

                Only SELECT, READ, GET RESPONSE and GET DATA are sent. A wrong guess at a PIN costs the \
                holder a try, and a write may spoil the card: anything else needs --allow-unsafe. One \
                transaction covers all commands; the card is reset afterwards.

                Select the identity data and read the citizen ID:
                thaiid apdu a40400:a000000054480001 c0/0a= 80b00004:000d c0/0d=
                The same: thaiid apdu --get-response a40400:a000000054480001= 80b00004:000d=
                """)

        @Argument(help: "Commands; - stands for standard input, one a line.")
        var commands: [String] = []

        @Option(
            name: [.customShort("s"), .long],
            help: ArgumentHelp("A whole command, byte for byte; may be given again.", valueName: "hex"))
        var sendAPDU: [String] = []

        @Flag(help: "Fetch what waits after 61xx, and send again after 6Cxx.")
        var getResponse = false

        @Flag(help: "Also send commands that may change the card or cost a try at a PIN.")
        var allowUnsafe = false

        @OptionGroup var source: CardSource

        @Flag(help: "Print a line of JSON for each exchange; errors too, on standard error.")
        var json = false

        @OptionGroup var languageOption: LanguageOption

        func validate() throws {
            guard commands.isEmpty != sendAPDU.isEmpty else {
                throw ValidationError(
                    thai: "ระบุคำสั่ง หรือคำสั่งเต็มด้วย --send-apdu เพียงอย่างเดียว",
                    english: "Give commands, or whole commands by --send-apdu, and not both.")
            }
        }

        func run() throws {
            let list = try CommandList(commands, whole: sendAPDU)
            if !allowUnsafe { try list.refuseUnsafe() }
            let run = try source.withCard(telling: json ? nil : languageOption.language) { [getResponse] card in
                (CommandRun(list.commands, on: card, fetching: getResponse), card.source == .reader ? card.reader : nil)
            }
            try Output.write(json ? ExchangeLines(run.0.trace).json : ExchangeLines(run.0.trace).text)
            if let failure = run.0.failure { throw ReaderFailure(error: ToolError(failure), reader: run.1) }
        }
    }
}
