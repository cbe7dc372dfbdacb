import ArgumentParser
import CardRecord
import DeskConfig
import Host
import RecordSeal
import Register
import RegisterSQLite
import RegisterServer
import ThaiIDCard

extension RegisterTool {
    /// `thaiid-register init`: a new register.
    struct Init: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "init", abstract: "Make a register: store, keys, and the sheet that brings the key back.",
            discussion: """
                A lost key is a lost register: the recovery sheet is printed, and three of its words are typed back, before \
                anything is made. For scripts: init --no-input --store sqlite:FOLDER --recovery FILE.pdf, which says that \
                nobody has proven to keep it.

                With --open-account whoever can read the key may do everything, which fits an office of one; nothing is \
                enforced against its own account, and every checkpoint says so. Without it the register belongs to an \
                account of its own: thaiid register serve.
                """)

        @Option(help: ArgumentHelp("The office's name, as it stands on what is handed to people.", valueName: "text"))
        var office: String?

        @Option(help: ArgumentHelp("The office's registration number.", valueName: "number"))
        var officeNumber: String?

        @Option(
            help: ArgumentHelp("Where the recovery sheet goes: a PDF, or text by the file's name.", valueName: "file"),
            completion: .file())
        var recovery: String?

        @Flag(help: "One clerk does everything; nobody's approval is asked for.")
        var openAccount = false

        @Flag(help: "Keep the key in a file that a passphrase opens.")
        var passphrase = false

        @Flag(help: "Ask nothing.")
        var noInput = false

        @OptionGroup var store: StoreOptions

        func validate() throws {
            guard !noInput || (store.store != nil && recovery != nil && !passphrase) else {
                throw ValidationError(
                    thai: "--no-input ต้องมี --store และ --recovery และถามรหัสผ่านไม่ได้",
                    english: "--no-input needs --store and --recovery, and cannot ask for a passphrase.")
            }
        }

        func run() throws {
            let plan = try InitPlan(self)
            try plan.check()
            let root = RegisterKey()
            // Whoever gives up, or fails, has nothing left that is in the way of another try.
            let trial = TrialFiles()
            try RecoverySheet(root, office: plan.office).write(to: plan.recovery)
            trial.add(plan.recovery)
            if !noInput { try RecoverySheet.prove(root, at: plan.recovery) }
            let secret = plan.asksPassphrase ? try Self.newPassphrase() : nil
            try plan.key.keep(root, passphrase: secret)
            for path in [plan.keyFile] + plan.places.files { trial.add(path) }
            let opened = try plan.places.store(creates: true)
            let register = try Register.create(
                in: opened, root: root,
                mode: .init(office: plan.office, officeNumber: officeNumber, isOpen: plan.isOpen),
                account: Process.userName)
            if !noInput { try register.noteRecoveryTested(by: Process.userName) }
            opened.close()
            try RegisterSettings.note(plan)
            trial.keep()
            if store.json { return try Streams.write(plan.answer) }
            try Streams.write(
                InitWords.next(plan, isProven: !noInput, RegisterMain.language).map { SafeText.clean($0) + "\n" }
                    .joined())
        }

        private static func newPassphrase() throws -> String {
            let first = try Prompt.ask(InitWords.newPassphrase, isSecret: true)
            guard try Prompt.ask(InitWords.repeatedPassphrase, isSecret: true) == first else {
                throw CommandFault.passphrasesDiffer
            }
            return first
        }
    }
}

/// What is to be made, and where.
struct InitPlan {
    private static let usualFolder = "thaiid/register"
    private static let keyName = "thaiid/register.key"

    let office: String
    let isOpen: Bool
    let recovery: String
    let key: KeyPlace
    let keyFile: String
    let asksPassphrase: Bool
    let folder: String
    let places: RegisterPlaces
    let personKeys: String?

    init(_ options: RegisterTool.Init) throws {
        let asks = !options.noInput
        if let name = options.store.store {
            folder = try RegisterPlaces.folder(name)
        } else {
            guard let data = UserFolder.data else { throw CommandFault.noHome }
            folder = "\(data)/\(Self.usualFolder)"
        }
        guard let keyFile = options.store.keyFile ?? UserFolder.config.map({ "\($0)/\(Self.keyName)" }) else {
            throw CommandFault.noHome
        }
        self.keyFile = Path.absolute(keyFile)
        office = try options.office ?? (asks ? Prompt.ask(InitWords.officeQuestion) : Machine.name)
        isOpen = try options.openAccount || (asks && Prompt.agrees(InitWords.openQuestion))
        asksPassphrase = options.passphrase
        key = options.passphrase ? .passphrase(file: self.keyFile) : .file(self.keyFile)
        recovery = try options.recovery ?? Prompt.ask(InitWords.recoveryQuestion)
        personKeys = options.store.personKeys.map(Path.absolute)
        places = RegisterPlaces.new(folder: folder, personKeys: personKeys, key: key)
    }

    /// Refuses what could not be finished, before anything is made.
    func check() throws {
        guard !keyFile.hasPrefix(folder + "/") else { throw CommandFault.keyInStore(keyFile) }
        for path in [keyFile, places.people, places.keys] where Folder.holds(path) {
            throw RegisterError(.storeExists, path)
        }
        guard !Folder.holds(recovery) else { throw FileFailure.exists(recovery) }
        guard try RegisterSettings.load().store == nil else { throw CommandFault.settingsHaveRegister }
        try Folder.makeAll(Folder.holding(keyFile))
    }

    var answer: JSONValue {
        [
            "schema": .string(Schema.register.id), "act": "init", "store": .string("sqlite:\(folder)"),
            "personKeys": .string(places.keys), "keyFile": .string(keyFile), "recovery": .string(recovery),
            "open": .bool(isOpen),
        ]
    }
}
