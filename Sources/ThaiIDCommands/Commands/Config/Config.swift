import ArgumentParser

extension Tool {
    /// `thaiid config`: look at settings.
    struct Config: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "config", abstract: "Show and check what is settled for this machine's desks.",
            discussion: """
                Settings stand in config.toml: the file named by --config or THAIID_CONFIG, the user's in \
                $XDG_CONFIG_HOME/thaiid (~/.config/thaiid), and the system's in /etc/xdg/thaiid; never in the \
                folder in which a command is started. An option comes before the environment (THAIID_PURPOSE, …), that \
                before files, the first file before the next, and a desk's section [desk.NAME] before [sheet].

                thaiid config example prints a file to begin with, with all that can be settled.
                """,
            subcommands: [Show.self, Check.self, Example.self])
    }
}
