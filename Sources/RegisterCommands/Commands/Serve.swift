import ArgumentParser
import CardRecord
import Dispatch
import Host
import Register
import RegisterServer
import ThaiIDCard

extension RegisterTool {
    /// `thaiid-register serve`: the one process that has the keys.
    struct Serve: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "serve",
            abstract: "Answer whoever connects to a socket, as the account that the kernel says they are.",
            discussion:
                "Runs under an account of its own, which alone can read store and keys: see the unit thaiid-register.service."
        )

        @Option(
            help: ArgumentHelp(
                "Members of this group may connect; what they may do their roles say.", valueName: "group"))
        var group: String?

        @OptionGroup var store: StoreOptions

        func run() throws {
            let places = try store.places()
            guard let socket = store.socket ?? places.socket else { throw CommandFault.badOption("--socket") }
            let server = try RegisterServer(try places.openHere().register, path: socket, group: group)
            guard let signal = EndSignal() else { throw RegisterError(.failed, "signals") }
            DispatchQueue(label: "thaiid register end").async {
                let number = signal.wait()
                ServiceManager.tell(.stopping)
                server.stop()
                Process.end(number == EndSignal.termination ? 0 : 128 + number)
            }
            Streams.tell(lines: [OfficeWords.listening(socket, RegisterMain.language)])
            ServiceManager.tell(.ready)
            server.run()
            // Whoever stopped it ends the process, once the socket is gone.
            guard server.isStopped else { throw RegisterError(.failed, socket) }
            while true { WallClock.pause(for: .seconds(60)) }
        }
    }
}
