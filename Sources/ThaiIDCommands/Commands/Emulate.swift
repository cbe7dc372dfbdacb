import ArgumentParser
import CardTrace
import VirtualCard

extension Tool {
    /// `thaiid emulate`: put a recording or a record into a virtual reader.
    struct Emulate: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "emulate", abstract: "Put a recording or a record into a virtual reader.",
            discussion: """
                The virtual reader is the one of Debian's package vsmartcard-vpcd. The card stays in \
                until this command is interrupted. It prints ‘ready’ on standard error once it is in.
                """)

        @Argument(help: "A recording in any format that ‘trace convert’ reads, or a record (JSON).")
        var file: String

        @Option(help: "IPv4 address of the virtual reader.")
        var host = "127.0.0.1"

        @Option(help: "TCP port: 35963 is the first reader, 35964 the second.")
        var port: UInt16 = 35963

        @Flag(help: "Hand data over at once, as on a stack that sends GET RESPONSE by itself.")
        var atOnce = false

        @Option(help: ArgumentHelp("Pull the card before it answers this command, counting from 1.", valueName: "n"))
        var removeBefore: Int?

        @OptionGroup var languageOption: LanguageOption

        func run() throws {
            let faults = removeBefore.map { [Fault.removal(before: $0)] } ?? []
            let card = try CardFile.virtualCard(
                file, style: atOnce ? .atOnce : .getResponse, telling: languageOption.language
            ).again(faults: faults)
            do throws(VPCDLink.LinkError) {
                let link = try VPCDLink(host: host, port: port)
                Output.tell("ready\n")
                try link.serve(card)
            } catch {
                throw ToolError.noVirtualReader("\(host):\(port): \(error)")
            }
        }
    }
}
