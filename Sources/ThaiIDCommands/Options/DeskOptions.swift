import ArgumentParser
import DeskConfig
import Host

/// Whose settings hold.
struct DeskOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The desk whose settings hold: its name in config.toml.", valueName: "name"),
        completion: .desks)
    var desk: String?

    @Option(help: ArgumentHelp("Take settings from this file first.", valueName: "file"), completion: .file())
    var config: String?

    /// Whether a desk is meant, which may settle what no option says.
    var isNamed: Bool { desk != nil || Process.environmentBytes("THAIID_DESK") != nil }

    /// What is settled.
    func settings() throws(ToolError) -> Settings { try Self.settings(desk: desk, file: config) }

    /// What is settled where a command has no such options, or with what they say.
    static func settings(desk: String? = nil, file: String? = nil) throws(ToolError) -> Settings {
        do throws(SettingsFault) {
            return try Settings.load(desk: desk, file: file)
        } catch {
            throw .settings(error)
        }
    }
}
