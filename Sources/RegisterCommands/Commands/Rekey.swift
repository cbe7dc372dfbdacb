import ArgumentParser
import CardRecord
import DeskConfig
import Host
import RecordSeal
import Register
import RegisterModel
import ThaiIDCard

extension RegisterTool {
    /// `thaiid-register rekey`: a new key for everything.
    struct Rekey: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rekey", abstract: "Give the register a new key, and seal all people's keys anew.",
            discussion: """
                Makes a new key file and a new recovery sheet. It may be ended at any moment: --resume goes on. Until it is \
                through, both keys open what they sealed.
                """)

        @Option(help: ArgumentHelp("The file that the new key comes into.", valueName: "file"), completion: .file())
        var newKeyFile: String?

        @Option(help: ArgumentHelp("Where the new recovery sheet goes.", valueName: "file"), completion: .file())
        var recovery: String?

        @ArgumentParser.Flag(help: "Go on with what was begun.")
        var resume = false

        @OptionGroup var store: StoreOptions

        func validate() throws {
            guard resume || (newKeyFile != nil && recovery != nil) else {
                throw ValidationError(
                    thai: "กุญแจใหม่ต้องมี --new-key-file และ --recovery ส่วน --resume ทำต่อจากที่ค้างไว้",
                    english: "A new key needs --new-key-file and --recovery; --resume goes on with one that was begun.")
            }
        }

        func run() throws {
            let places = try store.places()
            let register = try places.openHere().register
            // Before there is a new key that nothing is sealed with.
            if !resume { try register.permit(.rekey, to: Process.userName) }
            let root = resume ? nil : RegisterKey()
            if let root, let newKeyFile, let recovery {
                try RecoverySheet(root, office: register.mode.office).write(to: recovery)
                try KeyPlace.file(Path.absolute(newKeyFile)).keep(root)
            }
            let isShown = Process.isTerminal(Descriptor.errors)
            try register.rekey(to: root, by: Process.userName) { done, total in
                if isShown { Streams.tell("\r\(done)/\(total)") }
            }
            if isShown { Streams.tell("\n") }
            if let newKeyFile { try RegisterSettings.note(keyFile: Path.absolute(newKeyFile)) }
            Streams.tell(lines: CareWords.rekeyed(newKeyFile, RegisterMain.language))
        }
    }
}
