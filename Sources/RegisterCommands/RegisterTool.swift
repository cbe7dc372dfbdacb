import ArgumentParser

/// `thaiid-register`: an office's own people, keyed by the 13 digits, guarded.
struct RegisterTool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "thaiid-register",
        abstract: "Keep an office's own register of people, filled from their cards.",
        discussion: """
            thaiid register starts it. A number never stands on a command line, where everybody on the machine could read \
            it: a person is meant by the card (thaiid register show --from-card), by the number on standard input (--id -) \
            or typed when asked, or by the register's own id (--person).

            Begin:  thaiid register init
            Then:   thaiid register purpose add --code counter --thai 'WHAT FOR' --days 365
                    thaiid read --register counter
                    thaiid register find --name Somchai --purpose counter

            Every command takes --json, and --lang th or en. Each look is in the log before anything is shown.

            Areas of addresses: GeoThai (geothai, CC BY 4.0), from data of the Department of Provincial Administration.
            """,
        version: "0.1.0",
        subcommands: [
            Init.self, Save.self, Add.self, Find.self, Show.self, History.self, Changes.self, Correct.self, Link.self,
            Unlink.self, Conflicts.self, Quality.self, Import.self, Export.self, Subject.self, Usage.self, Erase.self,
            Purge.self, Pending.self, Approve.self, Officer.self, Purpose.self, Processing.self, Shift.self, Log.self,
            Backup.self, Restore.self, Rekey.self, Recovery.self, Doctor.self, Serve.self, Rights.self,
        ])
}
